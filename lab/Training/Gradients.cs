
namespace Ascribe.Lab.Training;

/// <summary>Gradients of products of rows with a matrix of weights.</summary>
internal static class Gradients
{
    /// <summary>Adds the gradient of the weights: the input of n rows, transposed, times the gradient of the output.</summary>
    public static void AddOuter(ReadOnlySpan<float> input, ReadOnlySpan<float> output, Span<float> gradient, int size, int columns, int n)
    {
        var right = new PackedMatrix(output, n, columns);
        var transposed = new float[size * n];
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c < size; c++) transposed[c * n + r] = input[r * size + c];
        }

        right.AddProduct(transposed, gradient, size);
    }

    /// <summary>Adds the gradient of the input: that of the output, n rows, times the weights, transposed.</summary>
    public static void AddBack(ReadOnlySpan<float> weights, ReadOnlySpan<float> output, Span<float> input, int size, int columns, int n)
    {
        var right = new PackedMatrix(columns, size);
        right.PackTransposed(weights);
        right.AddProduct(output, input, n);
    }
}
