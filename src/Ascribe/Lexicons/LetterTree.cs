namespace Ascribe.Lexicons;

/// <summary>
/// Words as a tree of their letters: words that begin alike share their first nodes. Node 0 is the root. Nodes are numbered level by level
/// and lie side by side, so that the few first levels, where nearly every search ends, stay near the processor.
/// </summary>
internal sealed class LetterTree
{
    /// <summary>The letters that lead to the nodes 1, 2, …; those that go on from one node side by side.</summary>
    private readonly char[] _letters;

    /// <summary>Of each node where its letters begin; they end where those of the next one begin.</summary>
    private readonly int[] _starts;

    public LetterTree(IEnumerable<string> words)
    {
        var sorted = words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var letters = new List<char>();
        var starts = new List<int>();
        // Of each node that is to come: the words that pass it, and how many letters lead to it.
        var open = new Queue<(int First, int End, int Depth)>();
        open.Enqueue((0, sorted.Length, 0));
        while (open.TryDequeue(out var node))
        {
            starts.Add(letters.Count);
            var (first, end, depth) = node;
            // The word that ends here is the first one.
            if (first < end && sorted[first].Length == depth) first++;
            while (first < end)
            {
                var letter = sorted[first][depth];
                var next = first + 1;
                while (next < end && sorted[next][depth] == letter) next++;
                letters.Add(letter);
                open.Enqueue((first, next, depth + 1));
                first = next;
            }
        }

        starts.Add(letters.Count);
        _letters = [.. letters];
        _starts = [.. starts];
    }

    /// <summary>Number of nodes.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The node that the letter leads to, or -1.</summary>
    public int Next(int node, char letter)
    {
        var start = _starts[node];
        var at = _letters.AsSpan(start, _starts[node + 1] - start).IndexOf(letter);
        return at < 0 ? -1 : start + at + 1;
    }
}
