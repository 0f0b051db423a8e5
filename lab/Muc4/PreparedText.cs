namespace Ascribe.Lab.Muc4;

/// <summary>A document with its entities and its own features.</summary>
internal sealed record PreparedText(IncidentText Text, IReadOnlyList<Entity> Entities, uint[] Features)
{
    public static PreparedText Of(IncidentText text)
    {
        var bag = new Features();
        DocumentFeatures.Write(text, bag);
        return new PreparedText(text, Entity.Of(text), bag.ToArray());
    }

    /// <summary>The last word of an entity, folded.</summary>
    public string HeadOf(int entity) => Text.LemmaOf(Entities[entity].Phrases[0].Tokens.End - 1);
}
