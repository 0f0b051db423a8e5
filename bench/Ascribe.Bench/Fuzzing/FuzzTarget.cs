using System.Text;

namespace Ascribe.Bench.Fuzzing;

/// <summary>A parser that meets foreign bytes.</summary>
/// <param name="Name">For <c>--only</c>.</param>
/// <param name="Seeds">Inputs that it accepts, of which all others are made; asked for once, when the target is first used.</param>
/// <param name="Take">Hands it an input: true where it is accepted, false where it is refused. What it throws is a fault, unless it is one of <see cref="Refusals"/>.</param>
internal sealed record FuzzTarget(string Name, Func<IEnumerable<byte[]>> Seeds, Func<byte[], bool> Take)
{
    /// <summary>What the parser documents to throw for bad input.</summary>
    public IReadOnlyList<Type> Refusals { get; init; } = [];

    /// <summary>Words that mean something to it and stand in no seed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Bytes of an input at most, but for those that nest deeply.</summary>
    public int Longest { get; init; } = 4096;

    /// <summary>A parser of text.</summary>
    /// <param name="isDecoded">Whether what comes to it has been decoded from bytes, and so holds no half of a surrogate pair.</param>
    public static FuzzTarget OfText(string name, Func<IEnumerable<string>> seeds, Func<string, bool> take, bool isDecoded = false) =>
        new(name, () => seeds().Select(Encoding.UTF8.GetBytes), bytes => take(isDecoded ? Encoding.UTF8.GetString(bytes) : TextOf(bytes)));

    /// <summary>What is no UTF-8 becomes half a surrogate pair in every second text, which a string of .NET may hold, too.</summary>
    private static string TextOf(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return bytes.Length % 2 == 0 ? text : text.Replace('\uFFFD', '\uD83D');
    }
}
