using Ascribe.Language.Models;

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
    public string HeadOf(int entity) => HeadOf(Entities[entity]);

    /// <inheritdoc cref="HeadOf(int)"/>
    public string HeadOf(Entity entity) => Text.LemmaOf(entity.Phrases[0].Tokens.End - 1);

    /// <summary>The actor of the table that an entity is, or its last word.</summary>
    public uint NameOf(Entity entity)
    {
        var chain = Text.Reading.Mentions.ChainAt(entity.Phrases[0].Head);
        return chain >= 0 && Text.Reading.Mentions.Chains[chain].ActorId is { } id ? FeatureHash.Mix(FeatureHash.Of("actor"), FeatureHash.Of(id)) : FeatureHash.Of(HeadOf(entity));
    }
}
