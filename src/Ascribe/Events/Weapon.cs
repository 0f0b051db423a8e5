using Ascribe.Quantities;
using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>A weapon used.</summary>
/// <param name="Kind">A kind of lexicons/en/weapons.tsv: "rocket", "car_bomb", "drone".</param>
public sealed record Weapon(string Kind, CountRange? Number, IReadOnlyList<Quote> Spans);
