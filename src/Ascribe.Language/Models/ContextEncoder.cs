namespace Ascribe.Language.Models;

/// <summary>
/// Runs the words of some sentences through <see cref="Convolutions"/>. Holds its buffers: one thread at a time. What a word adds to the first
/// convolution depends on that word alone, so it is kept in slots for the words that come again.
/// </summary>
internal sealed class ContextEncoder
{
    private readonly PackedConvolutions _network;
    private readonly int _size;
    private readonly int _nearSize;
    private readonly short[] _kept;
    private short[] _fresh = [];
    private short[] _near = [];
    private short[] _context = [];

    public ContextEncoder(PackedConvolutions network, int slots)
    {
        _network = network;
        _size = network.Size;
        _nearSize = Convolutions.Window * _size;
        _kept = new short[slots * _nearSize];
    }

    /// <summary>The words in context, row by row; the row between two sentences means nothing.</summary>
    public ReadOnlySpan<short> Context => _context;

    /// <param name="inputs">The inputs of the words that are not kept, <paramref name="fresh"/> rows.</param>
    /// <param name="sentences">Each a range of the words; one row that belongs to none lies between two.</param>
    /// <param name="sources">For each word its row of the inputs; -1 where its slot keeps it.</param>
    /// <param name="slots">For each word the slot that keeps it from now on.</param>
    public void Encode(ReadOnlySpan<short> inputs, int fresh, ReadOnlySpan<TokenRange> sentences, ReadOnlySpan<int> sources, ReadOnlySpan<int> slots)
    {
        var count = sentences[^1].End;
        Grow(count);
        _network.Near.Product(inputs, SentenceNetwork.InputSize, _fresh, fresh);
        _near.AsSpan(0, _size).Clear();
        foreach (var sentence in sentences) SumNear(sentence, sources, slots);
        // A window of three rows is one row of the product.
        _network.Far.Product(_near, _size, _context, count);
        var context = _context.AsSpan(0, count * _size);
        Rows.Rectify(context);
        Rows.Add(_near.AsSpan(_size, count * _size), context);
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (sources[i] >= 0) _fresh.AsSpan(sources[i] * _nearSize, _nearSize).CopyTo(_kept.AsSpan(slots[i] * _nearSize));
            }
        }
    }

    /// <summary>
    /// The rectified sums of the first convolution, and the empty row after them. A word adds its parts to the sums of its neighbours: its
    /// row, which may lie far from the processor, is read once and from front to back.
    /// </summary>
    private void SumNear(TokenRange sentence, ReadOnlySpan<int> sources, ReadOnlySpan<int> slots)
    {
        // Row 0 is the empty one before the first word.
        var near = _near.AsSpan((sentence.First + 1) * _size, (sentence.Count + 1) * _size);
        for (var i = 0; i < sentence.Count; i++) _network.NearBias.CopyTo(near[(i * _size)..]);
        near[(sentence.Count * _size)..].Clear();
        for (var word = 0; word < sentence.Count; word++)
        {
            var (source, slot) = (sources[sentence.First + word], slots[sentence.First + word]);
            var row = source < 0 ? _kept.AsSpan(slot * _nearSize, _nearSize) : _fresh.AsSpan(source * _nearSize, _nearSize);
            for (var offset = 0; offset < Convolutions.Window; offset++)
            {
                var of = word - offset + Convolutions.Reach;
                if (of >= 0 && of < sentence.Count) Rows.Add(row.Slice(offset * _size, _size), near.Slice(of * _size, _size));
            }
        }

        Rows.Rectify(near);
    }

    private void Grow(int count)
    {
        if (_context.Length >= count * _size) return;
        var size = Math.Max(count, 2 * _context.Length / _size);
        _fresh = new short[size * _nearSize];
        _near = new short[(size + 2) * _size];
        _context = new short[size * _size];
    }
}
