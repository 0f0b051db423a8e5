using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>A name in the text that is taken for a place name, before it is decided which place it means.</summary>
internal sealed class Toponym
{
    public required TokenRange Tokens { get; init; }

    /// <summary>See <see cref="ToponymKey"/>: names with one key mean one place.</summary>
    public required string Key { get; init; }

    /// <summary>Empty for a name that no list has.</summary>
    public required IReadOnlyList<PlaceCandidate> Candidates { get; init; }

    /// <summary>True for "Iraqi".</summary>
    public bool IsDemonym { get; init; }

    /// <summary>What a word beside it says that it is ("Homs province", "town of Hit"), or null.</summary>
    public PlacePrecision? Told { get; init; }

    /// <summary>Index of the toponym that follows it as its container ("Hit, Anbar"), or -1.</summary>
    public int Container { get; set; } = -1;

    /// <summary>What it means: an index of <see cref="Candidates"/>, or -1.</summary>
    public int Chosen { get; set; } = -1;
}
