using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>One place in the text where an event is told, with the parts that hang on it there.</summary>
internal sealed class EventMention
{
    public required EventTrigger Trigger { get; init; }

    /// <summary>The words of the trigger.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>The token of the trigger that governs it in the parse.</summary>
    public required int Head { get; init; }

    public required int Sentence { get; init; }

    public string Type { get; set; } = "";

    public EventStatus Status { get; set; }

    /// <summary>Head tokens of those who do it.</summary>
    public List<int> Agents { get; } = [];

    /// <summary>Head tokens of those who, by the same words, did not do it: "not by the rebels but by the army".</summary>
    public List<int> Cleared { get; } = [];

    /// <summary>Head tokens of what it is done to.</summary>
    public List<int> Patients { get; } = [];

    public List<WeaponMention> Weapons { get; } = [];

    public List<VictimMention> Victims { get; } = [];

    public List<TargetMention> Targets { get; } = [];

    public TimeMention? Time { get; set; }

    /// <summary>True where the time may be that of other words of the sentence: "on Wednesday had strong words following an attack".</summary>
    public bool HasLooseTime { get; set; }

    public List<PlaceMention> Places { get; } = [];

    /// <summary>True for "another attack", "a second blast": not one that was told before.</summary>
    public bool IsNew { get; set; }

    /// <summary>True where those hurt were hurt by what nobody does: "killed in an earthquake".</summary>
    public bool IsMishap { get; set; }

    /// <summary>True where the words are figures of speech as likely as not, and nothing beside them or elsewhere in the report says that they are none: "a legal battle".</summary>
    public bool IsFigure { get; set; }

    /// <summary>True for "the attack", "this strike": an event noun that speaks of what was told before.</summary>
    public bool RefersBack { get; set; }

    /// <summary>True for "this strike", "that attack": it speaks of what was told last.</summary>
    public bool Points { get; set; }
}

/// <summary>A weapon named with an event.</summary>
internal sealed record WeaponMention(TokenRange Tokens, string Kind, CountRange? Number);

/// <summary>People named with an event. <paramref name="Head"/> is -1 where only a number is told.</summary>
/// <param name="IsPart">True for a part of a larger number: "46 people, including seven nurses", "a nurse was among the dead".</param>
internal sealed record VictimMention(TokenRange Tokens, int Head, VictimEffect Effect, CountRange Count, bool IsPart = false);

/// <summary>A thing named as what was attacked.</summary>
internal sealed record TargetMention(TokenRange Tokens, int Head, string Kind, TargetEffect Effect);
