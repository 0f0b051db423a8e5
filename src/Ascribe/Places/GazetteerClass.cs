namespace Ascribe.Places;

/// <summary>What an entry of the gazetteer is. The order is part of the file formats.</summary>
internal enum GazetteerClass : byte
{
    /// <summary>First-level division.</summary>
    Province,

    /// <summary>Second-level division, or one below it.</summary>
    District,

    /// <summary>Seat of a state's government.</summary>
    Capital,

    /// <summary>Seat of a first-level division.</summary>
    ProvinceSeat,

    /// <summary>Seat of a second-level division.</summary>
    DistrictSeat,

    /// <summary>Any other populated place.</summary>
    Town,

    /// <summary>A part of a town.</summary>
    Quarter,

    /// <summary>A building, base, crossing, station or road; only in imported gazetteers.</summary>
    Site,

    /// <summary>A water, mountain, forest, park or region; only in imported gazetteers.</summary>
    Area,
}
