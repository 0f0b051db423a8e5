using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class SparseNetworkTests
{
    /// <summary>Class 1 has one of the features 1 and 2 and not both, which no sum of weights can tell; feature 3 is everywhere.</summary>
    private static readonly uint[][] s_cases = [[3], [1, 3], [2, 3], [1, 2, 3]];

    private static SparseNetwork Learnt { get; } = new SparseNetworkTrainer { Passes = 60, Rate = 0.05f, Decay = 0, Dropout = 0, HiddenDropout = 0, Hidden = 16 }.Train(2, Enumerable.Range(0, 80).Select(i => new SparseExample(s_cases[i % 4], i % 4 is 1 or 2 ? 1 : 0)));

    [Fact]
    public void What_features_mean_together_is_learnt()
    {
        for (var i = 0; i < s_cases.Length; i++)
        {
            var p = Learnt.Predict(s_cases[i]);
            Assert.Equal(i is 1 or 2 ? 1 : 0, Array.IndexOf(p, p.Max()));
            Assert.Equal(1, p.Sum(), 1e-4f);
        }
    }

    [Fact]
    public void A_feature_that_was_not_learnt_counts_nothing() => Assert.Equal(Learnt.Predict([1, 3]), Learnt.Predict([1, 3, 77]));

    [Fact]
    public void The_same_examples_give_the_same_weights()
    {
        static byte[] Train()
        {
            using var file = new MemoryStream();
            new SparseNetworkTrainer().Train(2, Enumerable.Range(0, 40).Select(i => new SparseExample(s_cases[i % 4], i % 2))).Write(file);
            return file.ToArray();
        }

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void Written_and_read_it_decides_the_same()
    {
        using var file = new MemoryStream();
        Learnt.Write(file);
        file.Position = 0;
        var read = SparseNetwork.Read(file);
        foreach (var features in s_cases)
        {
            var (before, after) = (Learnt.Predict(features), read.Predict(features));
            Assert.Equal(before[0] > before[1], after[0] > after[1]);
        }
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused()
    {
        using var file = new MemoryStream();
        Learnt.Write(file);
        for (var length = 3; length < file.Length; length++)
            Assert.Throws<EndOfStreamException>(() => SparseNetwork.Read(new MemoryStream(file.ToArray()[..length])));
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused() =>
        Assert.Throws<InvalidDataException>(() => SparseNetwork.Read(new MemoryStream([2, 3, 16, 7, .. new byte[40]])));
}
