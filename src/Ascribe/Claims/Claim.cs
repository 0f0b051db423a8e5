using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Claims;

/// <summary>Who says something, how, and about what.</summary>
public sealed record Claim
{
    /// <summary>"c1", "c2" … in text order.</summary>
    public required string Id { get; init; }

    public required Speaker Speaker { get; init; }

    /// <summary>Those who passed it on, nearest to the report first.</summary>
    public IReadOnlyList<Speaker> Via { get; init; } = [];

    /// <summary>The words that show that something is said, or null: a quotation without one.</summary>
    public Quote? Cue { get; init; }

    /// <summary>What is said, in one or more pieces.</summary>
    public required IReadOnlyList<Quote> Content { get; init; }

    public required QuotationForm Form { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>The day it was said, where the report tells.</summary>
    public LocalDate? Made { get; init; }

    /// <summary>Pointers into the record: "e1", "e1/perpetrators/0", "r3", "t1".</summary>
    public required IReadOnlyList<string> About { get; init; }
}
