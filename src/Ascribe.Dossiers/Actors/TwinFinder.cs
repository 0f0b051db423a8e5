using Ascribe.Actors;

namespace Ascribe.Dossiers.Actors;

/// <summary>Finds actors that may be one by their names, and says why: phrases, each with what it is about after a colon.</summary>
internal static class TwinFinder
{
    /// <summary>A word that so many actors have tells nothing of any of them.</summary>
    private const int TooMany = 60;

    /// <summary>Those that share a word or the initials with an actor and whose names may mean the same, with reasons.</summary>
    public static IEnumerable<(ActorRow Row, IReadOnlyList<string> Reasons)> Of(LedgerActors actors, ActorRow row)
    {
        var seen = new HashSet<int> { row.Id };
        foreach (var key in NameKeys.Related(row.Name))
        {
            if (actors.Keys.Count(key) > TooMany) continue;
            foreach (var other in actors.Under(key))
            {
                if (seen.Add(other.Id) && Reasons(row, other) is { Count: > 0 } reasons) yield return (other, reasons);
            }
        }
    }

    /// <summary>Why two may be one; empty: nothing speaks for it.</summary>
    internal static IReadOnlyList<string> Reasons(ActorRow one, ActorRow other)
    {
        // Whom the table knows apart are two.
        if (one.TableId is not null && other.TableId is not null) return [];
        var person = one.Kind == ActorKind.Person;
        if (person != (other.Kind == ActorKind.Person) && one.Kind != ActorKind.Unknown && other.Kind != ActorKind.Unknown) return [];
        string[] mine = NameKeys.Words(one.Name), theirs = NameKeys.Words(other.Name);
        if (mine.Length == 0 || theirs.Length == 0) return [];
        var why = NameKeys.Letters(one.Name) == NameKeys.Letters(other.Name) ? "the same name"
            : person ? mine[^1] == theirs[^1] && (mine.Length == 1 || theirs.Length == 1) ? $"the short name: {(mine.Length == 1 ? one : other).Name}" : Holds(mine, theirs) ? Contained(one, other) : null
            : Abbreviates(one.Name, mine, theirs) || Abbreviates(other.Name, theirs, mine) ? "the initials of the other"
            : Holds(mine, theirs) ? Contained(one, other)
            : null;
        if (why is null) return [];
        var reasons = new List<string> { why };
        if (one.Country is { } here && other.Country is { } there) reasons.Add(here == there ? $"same country: {here}" : $"but two countries: {here}, {there}");
        if (one.Side != ActorSide.Unknown && other.Side != ActorSide.Unknown && (one.Side == ActorSide.ArmedGroup) != (other.Side == ActorSide.ArmedGroup)) reasons.Add("but one with an armed group, the other not");
        return reasons;
    }

    private static string Contained(ActorRow one, ActorRow other) => $"stands in the longer name: {(one.Name.Length < other.Name.Length ? one : other).Name}";

    /// <summary>All words of the shorter name, of two at least, stand in the longer one in the same order.</summary>
    private static bool Holds(string[] one, string[] other)
    {
        var (few, many) = one.Length < other.Length ? (one, other) : (other, one);
        if (few.Length < 2 || few.Length == many.Length) return false;
        var next = 0;
        foreach (var word in many)
        {
            if (next < few.Length && word == few[next]) next++;
        }

        return next == few.Length;
    }

    /// <summary>The name is in capitals alone, and these are the first letters of the words.</summary>
    private static bool Abbreviates(string name, string[] words, string[] ofWords) =>
        words.Length == 1 && name.Length > 1 && !name.Any(char.IsLower) && NameKeys.Initials(ofWords) == words[0];
}
