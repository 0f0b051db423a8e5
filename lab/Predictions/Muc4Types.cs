namespace Ascribe.Lab.Predictions;

/// <summary>Our types in those of MUC-4 (task definition of 1992, part 2).</summary>
internal static class Muc4Types
{
    /// <summary>The MUC-4 incident type of ours (design crosswalk), or null: not part of the task.</summary>
    public static string? Incident(string type) => type switch
    {
        "bombing" or "suicide_attack" => "BOMBING",
        "hostage_taking" => "KIDNAPPING",
        "sabotage_arson" => "ARSON",
        "looting_robbery" => "ROBBERY",
        "armed_assault" or "rocket_shelling" or "air_drone_strike" or "assassination" or "attack_unspecified" or "armed_clash" => "ATTACK",
        _ => null,
    };
}
