using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class ForestTests
{
    /// <summary>Yes where the first number is above a half and the second below it; the third tells nothing.</summary>
    private static readonly float[][] s_rows = [.. Enumerable.Range(0, 400).Select(i => new[] { i % 20 / 20f, i / 20 / 20f, i % 7 })];

    private static readonly bool[] s_labels = [.. s_rows.Select(r => r[0] > 0.5f && r[1] < 0.5f)];

    private static Forest Learnt { get; } = Forest.Train(s_rows, s_labels, share: 1);

    [Fact]
    public void What_numbers_mean_together_is_learnt()
    {
        Assert.True(Learnt.Predict([0.9f, 0.1f, 3]) > 0.8f);
        Assert.True(Learnt.Predict([0.9f, 0.9f, 3]) < 0.2f);
        Assert.True(Learnt.Predict([0.1f, 0.1f, 3]) < 0.2f);
    }

    [Fact]
    public void Written_and_read_it_decides_the_same()
    {
        var bytes = Written();
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var read = Forest.Read(reader);
        foreach (var row in s_rows) Assert.Equal(Learnt.Predict(row), read.Predict(row));
    }

    [Fact]
    public void The_same_examples_give_the_same_trees()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        Forest.Train(s_rows, s_labels, share: 1).Write(writer);
        Assert.Equal(Written(), file.ToArray());
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused()
    {
        var bytes = Written();
        for (var length = 0; length < bytes.Length; length += 97)
        {
            using var reader = new BinaryReader(new MemoryStream(bytes[..length]));
            Assert.ThrowsAny<IOException>(() => Forest.Read(reader));
        }
    }

    [Fact]
    public void Another_number_of_numbers_is_refused() => Assert.Throws<ArgumentException>(() => Learnt.Predict([1, 2]));

    private static byte[] Written()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        Learnt.Write(writer);
        return file.ToArray();
    }
}
