using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>A noun phrase that speaks of somebody, before it is known of whom.</summary>
internal sealed class ActorCandidate
{
    /// <summary>The noun phrase.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>The token of the phrase that the parse ties to the rest of the sentence.</summary>
    public required int Head { get; init; }

    /// <summary>The name alone; empty for a description.</summary>
    public TokenRange Name { get; init; }

    /// <summary>The short form that brackets behind the name introduce; empty for most.</summary>
    public TokenRange Acronym { get; init; }

    public required ActorKind Kind { get; init; }

    /// <summary>The row of the actor table, or null.</summary>
    public NamedActor? Known { get; init; }

    /// <summary>The noun that describes it, or null.</summary>
    public AgentNoun? Noun { get; init; }

    /// <summary>The last token of <see cref="Noun"/>, or -1.</summary>
    public int NounToken { get; init; } = -1;

    /// <summary>The description without determiner, nationality and organisation: "military spokesman"; empty where there is none.</summary>
    public TokenRange Description { get; init; }

    /// <summary>The role of a title alone ("Gen."), or null.</summary>
    public string? TitleRole { get; init; }

    public Gender Gender { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>"the group", "this official".</summary>
    public bool IsDefinite { get; init; }

    /// <summary>"three gunmen", "a group", "another official": somebody new.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the nationality or country in the phrase, or null.</summary>
    public string? Country { get; init; }

    /// <summary>For a state: the country's usual name.</summary>
    public string? StateName { get; init; }

    /// <summary>An office that stands for itself: "President" in "President Omar Nadim".</summary>
    public bool IsOffice { get; init; }

    /// <summary>The body that a person belongs to or speaks for, as the phrase tells; empty where it does not.</summary>
    public TokenRange Organization { get; init; }

    /// <summary>The chain that it belongs to; null until chains are made.</summary>
    public ActorChainDraft? Chain { get; set; }

    public bool IsNamed => !Name.IsEmpty || StateName is not null;

    /// <summary>True unless a person's name is given.</summary>
    public bool PersonNameIsEmpty => Kind != ActorKind.Person || Name.IsEmpty;

    public bool IsPerson => Kind == ActorKind.Person && !Name.IsEmpty || Noun is { Count: AgentCount.One } && !IsPlural;
}
