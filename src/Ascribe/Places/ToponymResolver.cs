namespace Ascribe.Places;

/// <summary>
/// Decides which place each toponym of a report means. All toponyms with one key mean one place. Evidence: how many people live there,
/// the container told with it ("Hit, Anbar"), the countries and divisions of the report's other places, and how near it lies to them.
/// The weights are set by hand, in units of a factor of ten in population.
/// </summary>
internal sealed class ToponymResolver(PlaceIndex index)
{
    private const double CountryPrior = 4;
    private const double ProvincePrior = 0.7;
    private const double DistrictPenalty = 1.2;
    private const double QuarterPenalty = 1;

    /// <summary>Farms, hills and hotels are called like towns.</summary>
    private const double SitePenalty = 2;
    private const double AlternatePenalty = 0.8;
    private const double KnownPlacePrior = 6.5;
    private const double ToldClass = 2.5;

    /// <summary>"Erbil", "Homs": without a word for a division the name means the seat and not its division.</summary>
    private const double SeatPenalty = 2;
    /// <summary>Inhabitants from which a place may stand alone in a report about other countries.</summary>
    private const int StrayPopulation = 50_000;

    /// <summary>Votes of other places, the square root of how often each is named, from which a small place elsewhere is doubted.</summary>
    private const double StrayVotes = 2;

    private const double Containment = 8;
    private const double CountryShare = 3;
    private const double ProvinceShare = 3;
    private const double Closeness = 1.5;
    private const double HomeCountry = 1;

    /// <summary>Distance at which a place still counts for half of what the same place counts for.</summary>
    private const double CloseKm = 120;

    private const int MaxCandidates = 80;

    /// <param name="toponyms">In text order; <see cref="Toponym.Chosen"/> is set.</param>
    /// <param name="home">ISO code of the country of the outlet, or null.</param>
    public void Resolve(IReadOnlyList<Toponym> toponyms, string? home)
    {
        var groups = Group(toponyms);
        foreach (var group in groups) group.Choose(index, null, home);
        for (var round = 0; round < 2; round++)
        {
            var context = new Context(index, groups);
            foreach (var group in groups) group.Choose(index, context, home);
        }

        var decided = new Context(index, groups);
        foreach (var group in groups)
        {
            if (decided.IsStray(group)) continue;
            foreach (var toponym in group.Toponyms) toponym.Chosen = group.Chosen;
        }
    }

    private static List<Sense> Group(IReadOnlyList<Toponym> toponyms)
    {
        var groups = new List<Sense>();
        var byKey = new Dictionary<string, Sense>(StringComparer.Ordinal);
        foreach (var toponym in toponyms)
        {
            if (toponym.Candidates.Count == 0) continue;
            if (!byKey.TryGetValue(toponym.Key, out var group))
            {
                byKey[toponym.Key] = group = new Sense(toponym.Candidates);
                groups.Add(group);
            }

            group.Toponyms.Add(toponym);
            if (toponym.Container >= 0) group.Containers.Add(toponyms[toponym.Container].Candidates);
        }

        return groups;
    }

    /// <summary>All toponyms of one key.</summary>
    private sealed class Sense(IReadOnlyList<PlaceCandidate> candidates)
    {
        public List<Toponym> Toponyms { get; } = [];

        public List<IReadOnlyList<PlaceCandidate>> Containers { get; } = [];

        public int Chosen { get; private set; }

        public PlaceCandidate Choice => candidates[Chosen];

        public void Choose(PlaceIndex index, Context? context, string? home)
        {
            var best = double.NegativeInfinity;
            var count = Math.Min(candidates.Count, Containers.Count > 0 ? candidates.Count : MaxCandidates);
            for (var i = 0; i < count; i++)
            {
                var score = Prior(index, candidates[i], home) + Told(index, candidates[i]) + Contained(index, candidates[i]);
                if (IsNamedLikeSeat(index, candidates[i])) score -= SeatPenalty;
                if (context is not null) score += context.Fit(this, candidates[i]);
                if (score <= best) continue;
                best = score;
                Chosen = i;
            }
        }

        private static double Prior(PlaceIndex index, PlaceCandidate candidate, string? home)
        {
            var score = candidate.IsAlternate ? -AlternatePenalty : 0;
            if (home is not null && index.CountryOf(candidate) == home) score += HomeCountry;
            if (candidate.Known is { Place.Precision: not PlacePrecision.Country }) return score + KnownPlacePrior;
            score += Math.Log10(index.PopulationOf(candidate) + 10);
            return score + index.PrecisionOf(candidate) switch
            {
                PlacePrecision.Country => CountryPrior,
                PlacePrecision.Province => ProvincePrior,
                PlacePrecision.District => -DistrictPenalty,
                PlacePrecision.Quarter => -QuarterPenalty,
                PlacePrecision.Site or PlacePrecision.Region => -SitePenalty,
                _ => index.ClassOf(candidate) switch
                {
                    GazetteerClass.Capital => 2,
                    GazetteerClass.ProvinceSeat => 0.5,
                    _ => 0,
                },
            };
        }

        private bool IsNamedLikeSeat(PlaceIndex index, PlaceCandidate candidate)
        {
            if (index.ClassOf(candidate) != GazetteerClass.Province) return false;
            for (var i = 0; i < Math.Min(candidates.Count, 12); i++)
            {
                if (index.ClassOf(candidates[i]) is GazetteerClass.ProvinceSeat or GazetteerClass.Capital && index.ProvinceOf(candidates[i]) == candidate.Entry) return true;
            }

            return false;
        }

        /// <summary>How often a word beside the name says what it is, one way or another.</summary>
        private double Told(PlaceIndex index, PlaceCandidate candidate)
        {
            var precision = index.PrecisionOf(candidate);
            var told = 0;
            foreach (var toponym in Toponyms)
            {
                if (toponym.Told is not { } as_) continue;
                told += as_ == precision ? 1 : 0;
            }

            return told > 0 ? ToldClass : 0;
        }

        /// <summary>True when a container named beside it holds it.</summary>
        public bool IsHeld(PlaceIndex index) => Contained(index, Choice) > 0;

        private double Contained(PlaceIndex index, PlaceCandidate candidate)
        {
            foreach (var container in Containers)
            {
                // The container's likely readings count; a village that happens to be called like a country does not.
                for (var i = 0; i < Math.Min(container.Count, 12); i++)
                {
                    if (index.Holds(container[i], candidate)) return Containment - i * 0.1;
                }
            }

            return 0;
        }
    }

    /// <summary>Where the report's other places lie, as far as decided.</summary>
    private sealed class Context
    {
        private readonly PlaceIndex _index;
        private readonly Dictionary<string, double> _countries = new(StringComparer.Ordinal);
        private readonly Dictionary<int, double> _provinces = [];
        private readonly List<(Sense Sense, Coordinates At)> _points = [];
        private readonly double _total;
        private readonly double _provinceTotal;

        public Context(PlaceIndex index, List<Sense> senses)
        {
            _index = index;
            foreach (var sense in senses)
            {
                var weight = Weight(sense);
                if (index.CountryOf(sense.Choice) is { } country) Add(_countries, country, weight);
                _total += weight;
                if (index.ProvinceOf(sense.Choice) is >= 0 and var province)
                {
                    Add(_provinces, province, weight);
                    _provinceTotal += weight;
                }

                if (index.PrecisionOf(sense.Choice) < PlacePrecision.Country) _points.Add((sense, index.CoordinatesOf(sense.Choice)));
            }
        }

        public double Fit(Sense sense, PlaceCandidate candidate)
        {
            // The sense's own vote is taken out.
            var own = Weight(sense);
            var score = 0.0;
            if (_index.CountryOf(candidate) is { } country && _total > own)
            {
                var votes = _countries.GetValueOrDefault(country) - (_index.CountryOf(sense.Choice) == country ? own : 0);
                score += CountryShare * votes / (_total - own);
            }

            var chosenProvince = _index.ProvinceOf(sense.Choice);
            var others = _provinceTotal - (chosenProvince >= 0 ? own : 0);
            if (_index.ProvinceOf(candidate) is >= 0 and var province && others > 0)
            {
                var votes = _provinces.GetValueOrDefault(province) - (chosenProvince == province ? own : 0);
                score += ProvinceShare * votes / (others + 1);
            }

            if (_index.PrecisionOf(candidate) == PlacePrecision.Country) return score;
            var at = _index.CoordinatesOf(candidate);
            // A sea is as near to the ports on its shores as a town is: "the Red Sea", which is also a state of Sudan.
            var reach = _index.PrecisionOf(candidate) == PlacePrecision.Region ? candidate.Known?.RadiusKm ?? 0 : 0;
            var near = 0.0;
            foreach (var (other, point) in _points)
            {
                if (other == sense || Math.Abs(point.Latitude - at.Latitude) > 8) continue;
                var ratio = Math.Max(0, point.DistanceTo(at) - reach) / CloseKm;
                near += 1 / (1 + ratio * ratio);
            }

            return score + Closeness * near / (near + 1);
        }

        /// <summary>
        /// A small place in a country of which the report names nothing else, while it names several places of other countries: more often
        /// a village that no list has than this one.
        /// </summary>
        public bool IsStray(Sense sense)
        {
            var choice = sense.Choice;
            if (choice.Known is not null || sense.IsHeld(_index) || _index.PopulationOf(choice) >= StrayPopulation) return false;
            var own = Weight(sense);
            return _index.CountryOf(choice) is { } country && _countries.GetValueOrDefault(country) - own < 0.01 && _total - own >= StrayVotes;
        }

        private static double Weight(Sense sense) => Math.Sqrt(sense.Toponyms.Count);

        private static void Add<T>(Dictionary<T, double> votes, T key, double weight)
            where T : notnull => votes[key] = votes.GetValueOrDefault(key) + weight;
    }
}
