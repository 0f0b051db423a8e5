using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public sealed class SentenceModelTests
{
    [Fact]
    public void A_product_is_that_of_the_plain_sum()
    {
        var random = new Random(5);
        foreach (var n in Enumerable.Range(0, 10))
        {
            float[] left = Numbers(n * 7), right = Numbers(7 * 32), sum = Numbers(n * 32), expected = [.. sum];
            for (var r = 0; r < n; r++)
            {
                for (var c = 0; c < 32; c++)
                {
                    for (var k = 0; k < 7; k++) expected[r * 32 + c] = MathF.FusedMultiplyAdd(left[r * 7 + k], right[k * 32 + c], expected[r * 32 + c]);
                }
            }

            new PackedMatrix(right, 7, 32).AddProduct(left, sum, n);
            Assert.Equal(expected, sum);
        }

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Fact]
    public void A_product_in_whole_numbers_is_near_that_of_the_numbers_they_stand_for()
    {
        var random = new Random(5);
        foreach (var n in Enumerable.Range(1, 13))
        {
            float[] left = Numbers(n * 6), right = Numbers(6 * 20), bias = Numbers(20);
            var matrix = new FixedMatrix(right, bias, 6, 20, leftScale: 4096, scale: 1024);
            var sum = new short[n * matrix.Columns];
            matrix.Product(FixedPoint.Of(left, 4096), 6, sum, n);
            for (var r = 0; r < n; r++)
            {
                for (var c = 0; c < 20; c++)
                {
                    var expected = bias[c];
                    for (var k = 0; k < 6; k++) expected += left[r * 6 + k] * right[k * 20 + c];
                    Assert.Equal(expected, sum[r * matrix.Columns + c] / 1024f, 0.002f);
                }
            }
        }

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Fact]
    public void No_sum_in_whole_numbers_leaves_its_range()
    {
        const int rows = 288;
        var left = new short[rows];
        Array.Fill(left, short.MinValue);
        var right = new float[rows * 16];
        Array.Fill(right, -3);
        var sum = new short[16];
        new FixedMatrix(right, [], rows, 16, leftScale: 32768, scale: 1).Product(left, rows, sum, 1);
        // All weights are rounded alike.
        Assert.All(sum, s => Assert.InRange(s, 3 * rows - 3, 3 * rows + 3));
    }

    [Fact]
    public void What_leaves_sixteen_bits_stays_at_their_end()
    {
        var sum = new short[16];
        new FixedMatrix([.. Enumerable.Repeat(1f, 32)], [], 2, 16, leftScale: 1, scale: 1).Product([30_000, 30_000], 2, sum, 1);
        Assert.All(sum, s => Assert.Equal(short.MaxValue, s));
    }

    [Fact]
    public void A_document_does_not_depend_on_what_was_read_before_it()
    {
        const string text = "Gunmen shot dead two councillors in Ardenna on Sunday, police said. “We know nothing,” a spokesman for the Brown Front said.";
        var fresh = Layers(TextAnalyzer.Load("en").Analyze(text));
        var used = TextAnalyzer.Load("en");
        for (var i = 0; i < 3000; i++) used.Analyze($"Word{i} fell on the town of Xy{i} at {i}.");
        Assert.Equal(fresh, Layers(used.Analyze(text)));
    }

    private static string Layers(Document document) =>
        string.Join('|', Enumerable.Range(0, document.Count).Select(t => $"{document[t].Tag} {document[t].Head} {document[t].Relation}")) + string.Join('|', document.Names);
}
