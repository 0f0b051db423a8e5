using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Forward and backward pass of <see cref="Convolutions"/> over one sentence; a part of the words' numbers in context is dropped. Holds its buffers.</summary>
internal sealed class ContextTrainer
{
    private const float ContextDrop = 0.25f;

    private readonly Convolutions _weights;
    private readonly Convolutions _gradient;
    private readonly int _size;
    private readonly PackedMatrix _near;
    private readonly PackedMatrix _far;
    private bool[] _mask = [];

    /// <summary>The first convolution with one empty row at both ends, and the second.</summary>
    private float[] _nearValues = [];
    private float[] _farValues = [];
    private float[] _values = [];
    private float[] _errors = [];

    /// <param name="gradient">Where the gradient of the weights is added up.</param>
    public ContextTrainer(Convolutions weights, Convolutions gradient)
    {
        _weights = weights;
        _gradient = gradient;
        _size = weights.Size;
        _near = new PackedMatrix(SentenceNetwork.InputSize, _size);
        _far = new PackedMatrix(_size, _size);
    }

    /// <summary>The words in context, row by row.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Where the gradient of <see cref="Values"/> is added up between the passes.</summary>
    public Span<float> Errors => _errors;

    /// <param name="inputs">The inputs of n words with <see cref="Convolutions.Reach"/> empty rows at both ends: the window of word i begins at row i.</param>
    public void Forward(float[] inputs, int n, Random random)
    {
        Clear(ref _nearValues, (n + 2) * _size);
        for (var i = 0; i < n; i++) _weights.NearBias.CopyTo(_nearValues, (i + 1) * _size);
        AddWindows(_near, inputs, SentenceNetwork.InputSize, Convolutions.Window, _weights.Near, _nearValues.AsSpan(_size), n);
        Rows.Rectify(_nearValues.AsSpan(_size, n * _size));
        Clear(ref _farValues, n * _size);
        for (var i = 0; i < n; i++) _weights.FarBias.CopyTo(_farValues, i * _size);
        AddWindows(_far, _nearValues, _size, Convolutions.FarWindow, _weights.Far, _farValues, n);
        Rows.Rectify(_farValues.AsSpan(0, n * _size));
        Clear(ref _values, n * _size);
        Clear(ref _errors, n * _size);
        _nearValues.AsSpan(_size, n * _size).CopyTo(_values);
        Rows.Add(_farValues.AsSpan(0, n * _size), _values.AsSpan(0, n * _size));
        if (_mask.Length < n * _size) _mask = new bool[2 * n * _size];
        for (var i = 0; i < n * _size; i++)
        {
            _mask[i] = random.NextSingle() >= ContextDrop;
            _values[i] = _mask[i] ? _values[i] / (1 - ContextDrop) : 0;
        }
    }

    /// <param name="inputs">Those of the forward pass.</param>
    /// <param name="inputErrors">Where the gradient of the inputs is added up.</param>
    public void Backward(float[] inputs, int n, float[] inputErrors)
    {
        for (var i = 0; i < n * _size; i++) _errors[i] = _mask[i] ? _errors[i] / (1 - ContextDrop) : 0;

        // Values = near + rectified far
        var far = new float[n * _size];
        var near = new float[(n + 2) * _size];
        for (var i = 0; i < n * _size; i++) far[i] = _farValues[i] > 0 ? _errors[i] : 0;
        for (var i = 0; i < n; i++) Rows.Add(far.AsSpan(i * _size, _size), _gradient.FarBias);
        _errors.AsSpan(0, n * _size).CopyTo(near.AsSpan(_size));
        WindowsBack(_nearValues, _size, Convolutions.FarWindow, _weights.Far, far, n, _gradient.Far, near);
        var nearErrors = near.AsSpan(_size, n * _size).ToArray();
        for (var i = 0; i < nearErrors.Length; i++)
        {
            if (_nearValues[_size + i] <= 0) nearErrors[i] = 0;
        }

        for (var i = 0; i < n; i++) Rows.Add(nearErrors.AsSpan(i * _size, _size), _gradient.NearBias);
        WindowsBack(inputs, SentenceNetwork.InputSize, Convolutions.Window, _weights.Near, nearErrors, n, _gradient.Near, inputErrors);
    }

    /// <summary>Makes the buffer hold that many zeros.</summary>
    internal static void Clear(ref float[] buffer, int size)
    {
        if (buffer.Length < size) buffer = new float[2 * size];
        buffer.AsSpan(0, size).Clear();
    }

    private void AddWindows(PackedMatrix matrix, float[] input, int size, int window, float[] weights, Span<float> output, int n)
    {
        for (var offset = 0; offset < window; offset++)
        {
            matrix.Pack(weights.AsSpan(offset * size * _size, size * _size));
            matrix.AddProduct(input.AsSpan(offset * size), output, n);
        }
    }

    private void WindowsBack(float[] input, int size, int window, float[] weights, float[] output, int n, float[] weightGradient, float[] inputErrors)
    {
        for (var offset = 0; offset < window; offset++)
        {
            Gradients.AddOuter(input.AsSpan(offset * size), output, weightGradient.AsSpan(offset * size * _size), size, _size, n);
            Gradients.AddBack(weights.AsSpan(offset * size * _size, size * _size), output, inputErrors.AsSpan(offset * size), size, _size, n);
        }
    }
}
