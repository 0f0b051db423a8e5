namespace Ascribe.Actors;

/// <summary>Which actor is meant at a token. Where the heads of two mentions fall together, a named actor goes before a described one.</summary>
internal sealed class ActorIndex
{
    private readonly Dictionary<int, int> _byHead = [];
    private readonly Dictionary<int, int> _behind = [];

    public ActorIndex(IReadOnlyList<ActorChain> chains)
    {
        Add(chains, isNamed: true);
        Add(chains, isNamed: false);
    }

    /// <summary>Index of the chain that is mentioned with this head token, or -1.</summary>
    public int ChainAt(int token) => _byHead.GetValueOrDefault(token, -1);

    /// <summary>Index of another chain with the same head token ("President" of "President Omar Nadim"), or -1.</summary>
    public int ChainBehind(int token) => _behind.GetValueOrDefault(token, -1);

    private void Add(IReadOnlyList<ActorChain> chains, bool isNamed)
    {
        for (var c = 0; c < chains.Count; c++)
        {
            if (chains[c].IsNamed != isNamed) continue;
            foreach (var mention in chains[c].Mentions)
            {
                if (!_byHead.TryAdd(mention.Head, c)) _behind.TryAdd(mention.Head, c);
            }
        }
    }
}
