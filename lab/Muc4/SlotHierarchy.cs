namespace Ascribe.Lab.Muc4;

/// <summary>Which values of set slots are wider than others (MUC-4 task definition, part 2); a wider one earns half where a narrower one is right.</summary>
internal static class SlotHierarchy
{
    private static readonly Dictionary<string, string> s_wider = new(StringComparer.Ordinal)
    {
        ["MACHINE GUN"] = "GUN",
        ["MORTAR"] = "GUN",
        ["HANDGUN"] = "GUN",
        ["RIFLE"] = "GUN",
        ["BOMB"] = "EXPLOSIVE",
        ["GRENADE"] = "EXPLOSIVE",
        ["MOLOTOV COCKTAIL"] = "EXPLOSIVE",
        ["VEHICLE BOMB"] = "BOMB",
        ["DYNAMITE"] = "BOMB",
        ["MINE"] = "BOMB",
        ["AERIAL BOMB"] = "BOMB",
        ["MISSILE"] = "PROJECTILE",
        ["ROCKET"] = "PROJECTILE",
        ["SUSPECTED OR ACCUSED BY AUTHORITIES"] = "SUSPECTED OR ACCUSED",
        ["GOVERNMENT OFFICE OR RESIDENCE"] = "POLITICAL FIGURE OFFICE OR RESIDENCE",
        ["SOME DAMAGE"] = "DESTROYED",
        ["GOVERNMENT OFFICIAL"] = "POLITICAL FIGURE",
        ["FORMER GOVERNMENT OFFICIAL"] = "GOVERNMENT OFFICIAL",
        ["FORMER ACTIVE MILITARY"] = "ACTIVE MILITARY",
        ["NO INJURY OR DEATH"] = "NO DEATH",
        ["NO DEATH"] = "NO INJURY",
    };

    public static bool IsUnder(string narrow, string wide)
    {
        while (s_wider.GetValueOrDefault(narrow) is { } wider)
        {
            if (wider == wide) return true;
            narrow = wider;
        }

        return false;
    }
}
