using Ascribe.Actors;
using Ascribe.Events;

namespace Ascribe.Dossiers.Exports;

/// <summary>An actor whom somebody ties to an incident, with all who do. Never a finding of guilt.</summary>
/// <param name="Words">By publication, then in the order of the ledger; never empty.</param>
internal sealed record Attribution(Actor Actor, IReadOnlyList<AttributionWord> Words)
{
    /// <summary>The grounds from the firmest to the weakest; a denial is none.</summary>
    private static readonly PerpetratorBasis[] s_grounds =
        [PerpetratorBasis.Claimed, PerpetratorBasis.Acknowledged, PerpetratorBasis.Reported, PerpetratorBasis.Accused, PerpetratorBasis.Suspected];

    /// <summary>The firmest ground on which anybody ties the actor to it; null: it is only said that he did not do it.</summary>
    public PerpetratorBasis? Ground => s_grounds.Cast<PerpetratorBasis?>().FirstOrDefault(g => Words.Any(w => w.Basis == g));

    /// <summary>So many texts of their own tie the actor to it; copies count once.</summary>
    public int Origins => Words.Where(w => w.Basis != PerpetratorBasis.Denied).Select(w => w.Origin).Distinct().Count();

    /// <summary>Who says so on a ground, each once.</summary>
    public IEnumerable<string> SpeakersOf(PerpetratorBasis basis) => Words.Where(w => w.Basis == basis).Select(w => w.Speaker ?? "the report").Distinct(StringComparer.Ordinal);
}
