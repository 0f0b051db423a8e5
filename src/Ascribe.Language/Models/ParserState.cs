namespace Ascribe.Language.Models;

/// <summary>
/// The state of the arc-hybrid parser over one sentence of n words (0 … n−1); word n stands for the root and waits at the end of the
/// buffer. Reused from sentence to sentence.
/// </summary>
internal sealed class ParserState
{
    private int[] _stack = [];
    private int _depth;

    public int[] Heads = [];
    public Dependency[] Labels = [];
    public int[] Left = [];
    public int[] Right = [];
    public int[] LeftCount = [];
    public int[] RightCount = [];

    public int Count { get; private set; }

    /// <summary>The first word of the buffer; n when only the root is left.</summary>
    public int Buffer { get; private set; }

    public int Depth => _depth;

    public bool IsDone => Buffer == Count && _depth == 0;

    public void Start(int count)
    {
        Count = count;
        Buffer = 0;
        _depth = 0;
        if (_stack.Length < count + 1)
        {
            var size = Math.Max(count + 1, 2 * _stack.Length);
            _stack = new int[size];
            Heads = new int[size];
            Labels = new Dependency[size];
            Left = new int[size];
            Right = new int[size];
            LeftCount = new int[size];
            RightCount = new int[size];
        }

        Heads.AsSpan(0, count + 1).Fill(-1);
        Left.AsSpan(0, count + 1).Fill(-1);
        Right.AsSpan(0, count + 1).Fill(-1);
        LeftCount.AsSpan(0, count + 1).Clear();
        RightCount.AsSpan(0, count + 1).Clear();
        Labels.AsSpan(0, count + 1).Clear();
    }

    /// <summary>The word that lies <paramref name="below"/> the top of the stack, or -1.</summary>
    public int Stack(int below) => below < _depth ? _stack[_depth - 1 - below] : -1;

    public bool CanShift => Buffer < Count;

    /// <summary>The root takes one word only, when it is the last.</summary>
    public bool CanLeft => _depth > 0 && (Buffer < Count || _depth == 1);

    public bool CanRight => _depth > 1;

    public void Shift() => _stack[_depth++] = Buffer++;

    /// <summary>The top of the stack becomes a dependent of the buffer's first word.</summary>
    public void LeftArc(Dependency label)
    {
        var dependent = _stack[--_depth];
        Heads[dependent] = Buffer;
        Labels[dependent] = label;
        Left[Buffer] = dependent;
        LeftCount[Buffer]++;
    }

    /// <summary>The top of the stack becomes a dependent of the word below it.</summary>
    public void RightArc(Dependency label)
    {
        var dependent = _stack[--_depth];
        var head = _stack[_depth - 1];
        Heads[dependent] = head;
        Labels[dependent] = label;
        Right[head] = dependent;
        RightCount[head]++;
    }
}
