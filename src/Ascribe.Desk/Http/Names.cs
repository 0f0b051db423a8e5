using Ascribe.Records;

namespace Ascribe.Desk.Http;

/// <summary>Values of enumerations by their names in snake case.</summary>
internal static class Names
{
    /// <summary>The value of a name; null where none is given.</summary>
    /// <exception cref="ProblemException">It is no name of a value; the message lists them.</exception>
    public static T? Read<T>(string parameter, string? name)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (RecordJson.NameOf(value) == name.Trim()) return value;
        }

        throw ProblemException.BadRequest($"'{parameter}' is one of {string.Join(", ", Enum.GetValues<T>().Select(RecordJson.NameOf))}.");
    }
}
