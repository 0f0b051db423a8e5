using System.Runtime.CompilerServices;

namespace Ascribe.Events;

/// <summary>The options of one decision, each with the features that speak for or against it. A feature is a kind with a value from 0 to 63.</summary>
/// <typeparam name="TKind">The kinds of features: an enumeration of bytes.</typeparam>
internal sealed class ChoiceOptions<TKind>
    where TKind : struct, Enum
{
    /// <summary>Values that a kind of feature may have.</summary>
    public const int Values = 64;

    private readonly List<int> _features = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    /// <summary>The features of an option: kind times <see cref="Values"/> plus value.</summary>
    public ReadOnlySpan<int> this[int option]
    {
        get
        {
            var first = option == 0 ? 0 : _ends[option - 1];
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[first.._ends[option]];
        }
    }

    public void Clear()
    {
        _features.Clear();
        _ends.Clear();
    }

    /// <summary>Adds a feature to the option that is open; values beyond the last one count as the last.</summary>
    public void Add(TKind kind, int value = 0) => _features.Add(Unsafe.BitCast<TKind, byte>(kind) * Values + Math.Min(value, Values - 1));

    public void Add(TKind kind, bool value) => Add(kind, value ? 1 : 0);

    /// <summary>Ends the option that is open.</summary>
    public void Close() => _ends.Add(_features.Count);
}
