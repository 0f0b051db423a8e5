using Ascribe.Places;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>The mentions of one event of a report, before it is written into the record.</summary>
internal sealed class Incident
{
    public required string Type { get; set; }

    public required EventStatus Status { get; set; }

    /// <summary>In text order, never empty.</summary>
    public List<EventMention> Mentions { get; } = [];

    /// <summary>The time told nearest to the first mention that has one, or null.</summary>
    public TimeMention? Time { get; set; }

    /// <summary>See <see cref="EventMention.HasLooseTime"/>.</summary>
    public bool HasLooseTime { get; set; }

    /// <summary>Most specific first.</summary>
    public List<PlaceMention> Places { get; } = [];

    /// <summary>One list a weapon, its fullest mention first.</summary>
    public IReadOnlyList<IReadOnlyList<WeaponMention>> Weapons { get; set; } = [];

    /// <summary>One list a target, its fullest mention first.</summary>
    public IReadOnlyList<IReadOnlyList<TargetMention>> Targets { get; set; } = [];

    public bool IsMain { get; set; }

    /// <summary>Index of the incident that this one concerns, or -1.</summary>
    public int About { get; set; } = -1;

    /// <summary>Index of the incident that this one is said to answer, or -1.</summary>
    public int Answers { get; set; } = -1;

    public int FirstSentence => Mentions[0].Sentence;

    public int LastSentence => Mentions[^1].Sentence;
}
