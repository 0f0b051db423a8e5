namespace Ascribe.Language;

/// <summary>A half-open range of token indices of one <see cref="Document"/>.</summary>
public readonly record struct TokenRange : IComparable<TokenRange>
{
    /// <exception cref="ArgumentOutOfRangeException">first is negative or end lies before first.</exception>
    public TokenRange(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first);
        First = first;
        End = end;
    }

    public int First { get; }

    public int End { get; }

    public int Count => End - First;

    public bool IsEmpty => End == First;

    public static TokenRange Of(int token) => new(token, token + 1);

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => other.First < End && First < other.End;

    public TokenRange Union(TokenRange other) => new(Math.Min(First, other.First), Math.Max(End, other.End));

    /// <summary>By first token, then by end.</summary>
    public int CompareTo(TokenRange other) => First != other.First ? First.CompareTo(other.First) : End.CompareTo(other.End);

    public static bool operator <(TokenRange left, TokenRange right) => left.CompareTo(right) < 0;

    public static bool operator >(TokenRange left, TokenRange right) => left.CompareTo(right) > 0;

    public static bool operator <=(TokenRange left, TokenRange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TokenRange left, TokenRange right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"[{First},{End})";
}
