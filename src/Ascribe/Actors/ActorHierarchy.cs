namespace Ascribe.Actors;

/// <summary>Which actor of the table is part of which: to ask for an umbrella with everything under it, or for everything above an actor.</summary>
public sealed class ActorHierarchy
{
    private readonly Dictionary<string, List<string>> _above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _below = new(StringComparer.Ordinal);

    private ActorHierarchy()
    {
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed, or an actor is part of one that is not in the table.</exception>
    public static ActorHierarchy Load(string language)
    {
        var actors = ActorTable.Load(language).Actors;
        var hierarchy = new ActorHierarchy();
        foreach (var actor in actors.Values)
        {
            foreach (var umbrella in actor.PartOf)
            {
                if (!actors.ContainsKey(umbrella)) throw new InvalidDataException($"The actor '{actor.Id}' is part of '{umbrella}', which is not in the table.");
                Add(hierarchy._above, actor.Id, umbrella);
                Add(hierarchy._below, umbrella, actor.Id);
            }
        }

        return hierarchy;
    }

    /// <summary>What the actor is part of, the nearest first, without itself; empty for an id that nothing is known of.</summary>
    public IReadOnlyList<string> UmbrellasOf(string actorId) => Reach(_above, actorId)[1..];

    /// <summary>The actor and everything that is part of it, the nearest first.</summary>
    public IReadOnlyList<string> WithPartsOf(string actorId) => Reach(_below, actorId);

    private static List<string> Reach(Dictionary<string, List<string>> next, string from)
    {
        var reached = new List<string> { from };
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var id in next.GetValueOrDefault(reached[i]) ?? [])
            {
                if (seen.Add(id)) reached.Add(id);
            }
        }

        return reached;
    }

    private static void Add(Dictionary<string, List<string>> map, string key, string value)
    {
        if (!map.TryGetValue(key, out var values)) map[key] = values = [];
        values.Add(value);
    }
}
