namespace Ascribe.Actors;

/// <summary>Which actor is meant at a token.</summary>
internal sealed class ActorIndex
{
    private readonly Dictionary<int, int> _byHead = [];

    public ActorIndex(IReadOnlyList<ActorChain> chains)
    {
        for (var c = 0; c < chains.Count; c++)
        {
            foreach (var mention in chains[c].Mentions) _byHead.TryAdd(mention.Head, c);
        }
    }

    /// <summary>Index of the chain that is mentioned with this head token, or -1.</summary>
    public int ChainAt(int token) => _byHead.GetValueOrDefault(token, -1);
}
