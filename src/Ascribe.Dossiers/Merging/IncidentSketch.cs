using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>All that merging looks at of one incident of a report: values that the reader found, and words.</summary>
internal sealed class IncidentSketch
{
    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>0 for the first or only incident of the report.</summary>
    public required int Number { get; init; }

    public string? Outlet { get; init; }

    public LocalDate? Published { get; init; }

    /// <summary>The events of the record that tell of the incident; empty where the reader found none.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>TF-IDF of title and body.</summary>
    public required TermVector Whole { get; init; }

    /// <summary>TF-IDF of title and first paragraphs.</summary>
    public required TermVector Lead { get; init; }

    /// <summary>TF-IDF of the title.</summary>
    public required TermVector Title { get; init; }

    /// <summary>Hashes of capitals and of pairs of them, in ascending order, each with its rarity.</summary>
    public required (uint Hash, float Rarity)[] Names { get; init; }

    /// <summary>Hashes of runs of three words: what wire copies share.</summary>
    public required uint[] Shingles { get; init; }

    /// <summary>The first and last day on which it may have happened, where the report tells.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; init; }

    public required IReadOnlyList<SketchPlace> Places { get; init; }

    /// <summary>Event types.</summary>
    public required IReadOnlySet<string> Types { get; init; }

    /// <summary>Names of persons, in small letters.</summary>
    public required IReadOnlySet<string> Persons { get; init; }

    /// <summary>Names of those it befell, in small letters.</summary>
    public required IReadOnlySet<string> VictimNames { get; init; }

    /// <summary>Ages told in the first paragraphs, in years.</summary>
    public required IReadOnlySet<int> Ages { get; init; }

    public long? Killed { get; init; }

    public long? Wounded { get; init; }

    public required IReadOnlySet<string> Targets { get; init; }

    public required IReadOnlySet<string> Weapons { get; init; }

    /// <summary>Numbers of houses and blocks, each with the word behind it.</summary>
    public required IReadOnlySet<uint> Addresses { get; init; }

    /// <summary>Times of day in minutes.</summary>
    public required IReadOnlySet<int> Clocks { get; init; }

    /// <summary>How many main incidents the report tells of.</summary>
    public required int Siblings { get; init; }

    /// <summary>Number of words of the report.</summary>
    public required int Length { get; init; }
}
