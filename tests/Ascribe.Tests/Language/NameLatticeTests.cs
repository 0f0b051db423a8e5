using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public sealed class NameLatticeTests
{
    private const int Count = NameClasses.Count;
    private const int Words = 3;

    [Fact]
    public void Probabilities_are_those_of_all_well_formed_sequences()
    {
        var scores = Scores();
        var told = new float[Words * Count];
        new NameLattice().Marginals(scores, Count, Words, null, told);
        AssertNear(Enumerated(scores, _ => true), told);
    }

    [Fact]
    public void Only_sequences_that_the_labels_allow_have_probabilities()
    {
        var scores = Scores();
        int[] classes = [NameClasses.Of((int)NameKind.Organization, NameClasses.Begin), NameClasses.Of((int)NameKind.Organization, NameClasses.Last), NameClasses.Outside];
        var allowed = NameConvention.ThreeKinds.Allowed(classes);
        var told = new float[Words * Count];
        new NameLattice().Marginals(scores, Count, Words, allowed, told);
        AssertNear(Enumerated(scores, sequence => sequence.Index().All(c => (allowed[c.Index] >> c.Item & 1) != 0)), told);
        Assert.True(told[NameClasses.Of((int)NameKind.ArmedGroup, NameClasses.Begin)] > 0);
        Assert.Equal(0, told[NameClasses.Of((int)NameKind.Facility, NameClasses.Begin)]);
        Assert.True(told[2 * Count + NameClasses.Of((int)NameKind.Weapon, NameClasses.Unit)] > 0);
        Assert.Equal(0, told[2 * Count + NameClasses.Of((int)NameKind.Person, NameClasses.Unit)]);
    }

    [Theory]
    [InlineData(NameConvention.AllKinds, NameKind.Weapon, false)]
    [InlineData(NameConvention.FourKinds, NameKind.Weapon, false)]
    [InlineData(NameConvention.ThreeKinds, NameKind.Weapon, true)]
    [InlineData(NameConvention.ThreeKinds, NameKind.MilitaryUnit, false)]
    internal void What_is_outside_may_be_a_name_of_a_kind_that_the_corpus_does_not_label(NameConvention convention, NameKind kind, bool may)
    {
        var allowed = convention.Allowed([NameClasses.Outside])[0];
        Assert.Equal(may, (allowed >> NameClasses.Of((int)kind, NameClasses.Unit) & 1) != 0);
        Assert.Equal(1ul, allowed & 1);
    }

    private static float[] Scores()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Words * Count).Select(_ => 4 * random.NextSingle() - 2)];
    }

    private static double[] Enumerated(float[] scores, Func<int[], bool> isAllowed)
    {
        var sums = new double[Words * Count];
        var total = 0.0;
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b < Count; b++)
            {
                for (var c = 0; c < Count; c++)
                {
                    int[] sequence = [a, b, c];
                    if (!IsWellFormed(sequence) || !isAllowed(sequence)) continue;
                    var weight = Math.Exp(scores[a] + scores[Count + b] + scores[2 * Count + c]);
                    total += weight;
                    for (var i = 0; i < Words; i++) sums[i * Count + sequence[i]] += weight;
                }
            }
        }

        return [.. sums.Select(s => s / total)];
    }

    private static bool IsWellFormed(int[] sequence)
    {
        var open = -1;
        foreach (var name in sequence)
        {
            var part = NameClasses.Part(name);
            var continues = part is NameClasses.Inside or NameClasses.Last;
            if (continues != open >= 0 || continues && open != NameClasses.Kind(name)) return false;
            open = part is NameClasses.Begin or NameClasses.Inside ? NameClasses.Kind(name) : -1;
        }

        return open < 0;
    }

    private static void AssertNear(double[] right, float[] told)
    {
        for (var i = 0; i < right.Length; i++) Assert.Equal(right[i], told[i], 1e-5);
    }
}
