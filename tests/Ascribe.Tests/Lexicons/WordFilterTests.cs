using Ascribe.Lexicons;

namespace Ascribe.Tests.Lexicons;

public class WordFilterTests
{
    [Fact]
    public void All_that_was_added_and_little_else_may_be_held()
    {
        var filter = new WordFilter();
        string[] words = ["attack", "a", "", "car", "killed", "über"];
        foreach (var word in words) filter.Add(word);
        Assert.All(words, w => Assert.True(filter.MayHold(w)));
        var others = Enumerable.Range(0, 1000).Select(i => $"w{i}x").ToArray();
        Assert.InRange(others.Count(filter.MayHold), 0, 50);
    }
}
