using Ascribe.Lexicons;

namespace Ascribe.Tests.Lexicons;

public class LetterTreeTests
{
    private static readonly string[] s_words = ["hamas", "ham", "hezbollah", "is", "isis", "ham"];

    [Fact]
    public void Words_that_begin_alike_share_their_first_nodes()
    {
        var tree = new LetterTree(s_words);
        // The root, "hamas", "ezbollah" and "isis": "ham" and "is" end on the way.
        Assert.Equal(1 + 5 + 8 + 4, tree.Count);
        Assert.Equal(s_words.Distinct().Count(), s_words.Select(w => NodeOf(tree, w)).Distinct().Count());
        Assert.All(s_words, w => Assert.InRange(NodeOf(tree, w), 1, tree.Count - 1));
    }

    [Theory]
    [InlineData("hat")]
    [InlineData("hamasi")]
    [InlineData("x")]
    public void What_is_no_beginning_of_a_word_leads_nowhere(string letters) => Assert.Equal(-1, NodeOf(new LetterTree(s_words), letters));

    [Fact]
    public void A_tree_of_no_words_is_its_root() => Assert.Equal(-1, new LetterTree([]).Next(0, 'a'));

    private static int NodeOf(LetterTree tree, string letters)
    {
        var node = 0;
        foreach (var letter in letters)
        {
            if (node >= 0) node = tree.Next(node, letter);
        }

        return node;
    }
}
