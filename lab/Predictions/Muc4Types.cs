using Ascribe.Actors;
using Ascribe.Events;
using Ascribe.Places;

namespace Ascribe.Lab.Predictions;

/// <summary>Our kinds in the set values of MUC-4 (task definition of 1992, part 2).</summary>
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

    public static string Stage(EventStatus status) => status switch
    {
        EventStatus.Threatened or EventStatus.Planned => "THREATENED",
        EventStatus.Attempted or EventStatus.Foiled => "ATTEMPTED",
        _ => "ACCOMPLISHED",
    };

    public static string? Instrument(string kind) => kind switch
    {
        "car_bomb" => "VEHICLE BOMB",
        "bomb" or "suicide_bomb" or "suicide_bomber" or "explosive_vest" or "roadside_bomb" or "improvised_explosive_device" => "BOMB",
        "explosive" => "EXPLOSIVE",
        "barrel_bomb" or "cluster_bomb" => "AERIAL BOMB",
        "grenade" => "GRENADE",
        "mine" => "MINE",
        "mortar" => "MORTAR",
        "rocket" or "rocket_propelled_grenade" => "ROCKET",
        "missile" => "MISSILE",
        "firearm" => "GUN",
        "incendiary" => "MOLOTOV COCKTAIL",
        "blade" => "CUTTING DEVICE",
        _ => null,
    };

    /// <summary>The type of a physical target, or null: people, not a thing.</summary>
    public static string? Physical(string kind) => kind switch
    {
        "armed_group" or "security_forces" or "people" or "gathering" or "patrol" or "settlement" => null,
        "business" or "market" or "farm" => "COMMERCIAL",
        "vehicle" or "bus" or "train" or "ship" or "aircraft" or "convoy" or "transport" => "TRANSPORT VEHICLE",
        "energy" => "ENERGY",
        "government_building" => "GOVERNMENT OFFICE OR RESIDENCE",
        "office" or "headquarters" => "ORGANIZATION OFFICE",
        "media" => "COMMUNICATIONS",
        "residence" => "CIVILIAN RESIDENCE",
        "diplomatic_premises" => "DIPLOMAT OFFICE OR RESIDENCE",
        "bridge" or "airport" or "port" => "TRANSPORTATION ROUTE",
        "police_premises" or "prison" => "LAW ENFORCEMENT FACILITY",
        _ => "OTHER",
    };

    public static string? Physical(TargetEffect effect) => effect switch
    {
        TargetEffect.Destroyed => "DESTROYED",
        TargetEffect.Damaged or TargetEffect.Hit => "SOME DAMAGE",
        TargetEffect.None => "NO DAMAGE",
        _ => null,
    };

    public static string? Human(VictimEffect effect) => effect switch
    {
        VictimEffect.Killed => "DEATH",
        VictimEffect.Wounded => "INJURY",
        VictimEffect.Released => "REGAINED FREEDOM",
        VictimEffect.None => "NO INJURY OR DEATH",
        _ => null,
    };

    public static string? Confidence(Perpetrator perpetrator) => perpetrator.Basis switch
    {
        PerpetratorBasis.Reported => "REPORTED AS FACT",
        PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged => "CLAIMED OR ADMITTED",
        PerpetratorBasis.Accused or PerpetratorBasis.Suspected => perpetrator.ByAuthority ? "SUSPECTED OR ACCUSED BY AUTHORITIES" : "SUSPECTED OR ACCUSED",
        _ => null,
    };

    public static string Category(IEnumerable<ActorKind> perpetrators) =>
        perpetrators.Any(k => k is ActorKind.State or ActorKind.GovernmentBody) ? "STATE-SPONSORED VIOLENCE" : "TERRORIST ACT";

    public static string Place(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Quarter => "NEIGHBORHOOD",
        PlacePrecision.District or PlacePrecision.Province => "DEPARTMENT",
        PlacePrecision.Region => "REGION",
        _ => "CITY",
    };
}
