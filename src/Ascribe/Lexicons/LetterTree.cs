namespace Ascribe.Lexicons;

/// <summary>Words as a tree of their letters: words that begin alike share their first nodes. Node 0 is the root.</summary>
internal sealed class LetterTree
{
    /// <summary>Of each node the letters that go on from it, and the nodes that these lead to.</summary>
    private readonly List<(string Letters, List<int> Nodes)> _nodes = [("", [])];

    /// <summary>The node that the letter leads to, or -1.</summary>
    public int Next(int node, char letter)
    {
        var (letters, nodes) = _nodes[node];
        var at = letters.IndexOf(letter);
        return at < 0 ? -1 : nodes[at];
    }

    /// <summary>The node that the letter leads to; a new one, with the next number, where it led to none.</summary>
    public int Add(int node, char letter)
    {
        if (Next(node, letter) is >= 0 and var known) return known;
        var (letters, nodes) = _nodes[node];
        nodes.Add(_nodes.Count);
        _nodes[node] = (letters + letter, nodes);
        _nodes.Add(("", []));
        return _nodes.Count - 1;
    }
}
