using Ascribe.Dossiers.Merging;

namespace Ascribe.Tests.Merging;

public sealed class MergingModelTests
{
    [Fact]
    public void What_was_written_is_read_again()
    {
        BoostedTrees.Node[] tree = [new(0, 0.5f, 1), new(-1, -1.25f, 0), new(-1, 2, 0)];
        var words = BackgroundWords.Of(100, new Dictionary<uint, int> { [TextWords.HashOf("police")] = 80, [TextWords.HashOf("harbour")] = 4 }, kept: 10);
        var stream = new MemoryStream();
        new MergingModel(words, new BoostedTrees(2, -1, [tree])).Write(stream);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var read = BackgroundWords.Read(reader);
        var trees = BoostedTrees.Read(reader);
        Assert.Equal(words.Rarity(TextWords.HashOf("harbour")), read.Rarity(TextWords.HashOf("harbour")));
        Assert.True(read.Rarity(TextWords.HashOf("police")) < read.Rarity(TextWords.HashOf("harbour")));
        Assert.True(read.Rarity(TextWords.HashOf("harbour")) < read.Rarity(TextWords.HashOf("unheard")));
        Assert.Equal(-2.25f, trees.LogOdds([0.5f, 0]));
        Assert.Equal(1, trees.LogOdds([0.6f, 0]));
    }

    [Fact]
    public void A_tree_that_would_not_end_is_refused()
    {
        var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) new BoostedTrees(1, 0, [[new(0, 0, 0)]]).Write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Throws<InvalidDataException>(() => BoostedTrees.Read(reader));
    }
}
