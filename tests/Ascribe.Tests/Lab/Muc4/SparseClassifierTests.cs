using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class SparseClassifierTests
{
    /// <summary>Class 0 has feature 1, class 1 feature 2, class 2 neither; feature 3 is everywhere.</summary>
    private static SparseClassifier Learnt { get; } = new SparseTrainer { Passes = 30, Rate = 0.2f, Decay = 0 }.Train(3, Enumerable.Range(0, 30).Select(i => new SparseExample(i % 3 == 2 ? [3] : [(uint)(i % 3 + 1), 3], i % 3)));

    [Theory]
    [InlineData(new uint[] { 1, 3 }, 0)]
    [InlineData(new uint[] { 2, 3 }, 1)]
    [InlineData(new uint[] { 3 }, 2)]
    [InlineData(new uint[] { 3, 77 }, 2)]
    public void What_was_learnt_is_told(uint[] features, int right)
    {
        var p = Learnt.Predict(features);
        Assert.Equal(right, Array.IndexOf(p, p.Max()));
        Assert.Equal(1, p.Sum(), 1e-4f);
    }

    [Fact]
    public void A_feature_of_too_few_examples_is_not_learnt()
    {
        var rare = new SparseTrainer { LeastExamples = 3 }.Train(2, [new([1, 9], 1), new([1], 0), new([1], 0)]);
        Assert.Equal(rare.Predict([1]), rare.Predict([1, 9]));
    }

    [Fact]
    public void Written_and_read_it_says_the_same()
    {
        using var file = new MemoryStream();
        Learnt.Write(file);
        file.Position = 0;
        var read = SparseClassifier.Read(file);
        foreach (var features in new uint[][] { [1, 3], [2, 3], [3], [] })
        {
            var (before, after) = (Learnt.Predict(features), read.Predict(features));
            for (var c = 0; c < 3; c++) Assert.Equal(before[c], after[c], 0.02f);
        }
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused()
    {
        using var file = new MemoryStream();
        Learnt.Write(file);
        for (var length = 1; length < file.Length; length++)
            Assert.Throws<EndOfStreamException>(() => SparseClassifier.Read(new MemoryStream(file.ToArray()[..length])));
    }
}
