namespace Ascribe.Lab.Muc4;

/// <summary>All phrases of a document that speak of the same (<see cref="EntityGrouping"/>): what they are to an incident is told of them together.</summary>
internal sealed class Entity
{
    public required IReadOnlyList<Phrase> Phrases { get; init; }

    /// <summary>The features of all its phrases.</summary>
    public required uint[] Features { get; init; }

    /// <summary>The features of each of its phrases.</summary>
    public required IReadOnlyList<uint[]> Mentions { get; init; }

    /// <summary>What the key says of each of its phrases.</summary>
    public IReadOnlyList<IncidentRole> MentionRoles { get; private set; } = [];

    /// <summary>What the key says of it.</summary>
    public IncidentRole Role { get; private set; }

    /// <summary>The fillers of the key that it names with its role: template, slot and filler by their indices.</summary>
    public HashSet<(int Template, string Slot, int Filler)> Fillers { get; } = [];

    public static IReadOnlyList<Entity> Of(IncidentText text)
    {
        var writer = new PhraseFeatures(text);
        var labels = text.Key.Count > 0 ? new KeyLabels(text).Of : null;
        var bag = new Features();
        var found = new List<Entity>();
        foreach (var group in EntityGrouping.Of(text))
        {
            bag.Clear();
            var mentions = new List<uint[]>();
            foreach (var phrase in group)
            {
                bag.Clear();
                writer.Write(phrase, bag);
                mentions.Add(bag.ToArray());
            }

            bag.Clear();
            foreach (var mention in mentions) bag.Add(mention);
            bag.Add("mentions", group.Count, 5);
            var entity = new Entity { Phrases = group, Features = bag.ToArray(), Mentions = mentions };
            if (labels is null) entity.MentionRoles = new IncidentRole[group.Count];
            else entity.Mark(labels);
            found.Add(entity);
        }

        return found;
    }

    private void Mark(Label?[] labels)
    {
        MentionRoles = [.. Phrases.Select(p => labels[p.Index]?.Role ?? IncidentRole.None)];
        var told = Phrases.Select(p => labels[p.Index]).OfType<Label>().ToList();
        if (told.Count == 0) return;
        Role = told.GroupBy(l => l.Role).MaxBy(g => g.Count())!.Key;
        foreach (var label in told.Where(l => l.Role == Role)) Fillers.UnionWith(label.Fillers);
    }
}
