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
