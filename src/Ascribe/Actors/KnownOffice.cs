using NodaTime;

namespace Ascribe.Actors;

/// <summary>An office that a lexicon, not the report, knows a person to have held on the day of the report.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Role">Role code of CAMEO: "GOV" with the portfolio behind it ("GOVMIL" for defence), "MIL", "SPY", "OPP", "JUD".</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day that the lexicon knows of.</param>
public sealed record KnownOffice(string Country, string Role, LocalDate From, LocalDate Until);
