using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Quantities;
using Ascribe.Reports;

namespace Ascribe.Records;

/// <summary>What reading one report yields. The JSON form is <see cref="RecordJson"/>'s.</summary>
public sealed record Record
{
    /// <summary>The value of the "format" field.</summary>
    public const string Format = "ascribe-record/1";

    /// <summary>The report, its credits completed from the text.</summary>
    public required Report Report { get; init; }

    public required IReadOnlyList<Event> Events { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<Actor> Actors { get; init; }

    public required IReadOnlyList<Relation> Relations { get; init; }

    public required IReadOnlyList<Tally> Tallies { get; init; }

    public required ReaderVersion Reader { get; init; }
}
