using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Desk.People;

/// <summary>What each role may do and see.</summary>
internal static class Rights
{
    public static Right Of(Role role)
    {
        var rights = Right.Read | Right.Export;
        if (role >= Role.Contributor) rights |= Right.Add | Right.Organise;
        if (role >= Role.Reviewer) rights |= Right.Review;
        if (role >= Role.Editor) rights |= Right.Mark;
        if (role >= Role.Admin) rights |= Right.Administer;
        return rights;
    }

    /// <summary>The strictest marking of reports that the role sees.</summary>
    public static Tlp ClearanceOf(Role role) => role switch
    {
        Role.Reader => Tlp.Green,
        Role.Contributor => Tlp.Amber,
        Role.Reviewer => Tlp.AmberStrict,
        _ => Tlp.Red,
    };

    public static IEnumerable<string> NamesOf(Right rights) => Single.Where(r => rights.HasFlag(r)).Select(RecordJson.NameOf);

    /// <returns>False where one of the names is none.</returns>
    public static bool TryParse(IEnumerable<string> names, out Right rights)
    {
        rights = Right.None;
        foreach (var name in names)
        {
            var known = Single.FirstOrDefault(r => RecordJson.NameOf(r) == name);
            if (known == Right.None) return false;
            rights |= known;
        }

        return true;
    }

    private static IEnumerable<Right> Single => Enum.GetValues<Right>().Where(r => r != Right.None);
}
