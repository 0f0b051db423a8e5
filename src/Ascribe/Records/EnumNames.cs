using System.Text.Json;

namespace Ascribe.Records;

/// <summary>The snake_case names of an enumeration's values, worked out once.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> s_names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
    private static readonly Dictionary<string, T> s_values = s_names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    public static IEnumerable<string> All => s_names.Values;

    public static string NameOf(T value) => s_names[value];

    public static bool TryParse(string name, out T value) => s_values.TryGetValue(name, out value);
}
