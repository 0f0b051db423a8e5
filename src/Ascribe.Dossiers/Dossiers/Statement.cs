using Ascribe.Claims;
using Ascribe.Dossiers.Review;
using Ascribe.Quantities;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Somebody's word for a value of an incident.</summary>
public sealed record Statement
{
    public required Slot Slot { get; init; }

    /// <summary>What is said, in a form that is the same when the same is said: "12", "2023-12-14", "baghdad (IQ)".</summary>
    public required string Value { get; init; }

    /// <summary>The number, where the slot counts people.</summary>
    public CountRange? Count { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>See <see cref="DossierReport.Origin"/>.</summary>
    public required int Origin { get; init; }

    public LocalDate? Published { get; init; }

    /// <summary>Who says it; null: the report in its own voice.</summary>
    public string? Speaker { get; init; }

    /// <summary>How the speaker is told; the reporter's where it is the report's own voice.</summary>
    public Voice Voice { get; init; } = Voice.Reporter;

    /// <summary>The stance of the claim that says so; null: the report in its own voice.</summary>
    public Stance? Stance { get; init; }

    /// <summary>How sure the claim is told; null: the report in its own voice.</summary>
    public Certainty? Certainty { get; init; }

    public required Authority Authority { get; init; }

    /// <summary>The words that say so; none where the value is told by no words of its own.</summary>
    public Quote? Quote { get; init; }

    /// <summary>What a reviewer made of it.</summary>
    public Judgement Judgement { get; init; }

    /// <summary>The decision that made it so, or null: nobody has decided.</summary>
    public DecisionEntry? Decision { get; init; }

    /// <summary>The last <see cref="GradeDecision"/> about it, or null: nobody has graded it.</summary>
    public DecisionEntry? Graded { get; init; }
}
