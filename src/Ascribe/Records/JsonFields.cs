using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Records;

/// <summary>The fields of a JSON object, each asked for by name and type. A field that is missing or of another type is an <see cref="InvalidDataException"/> that names its path.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _object;
    private readonly string _path;

    /// <param name="path">Where the object stands, for messages: "record.events[0]".</param>
    public JsonFields(JsonElement element, string path)
    {
        _object = element;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object) throw new InvalidDataException($"{path}: an object was expected.");
    }

    public JsonFields Fields(string name) => new(Of(name), $"{_path}.{name}");

    public JsonFields? FieldsOrNull(string name) => IsNull(name) ? null : Fields(name);

    /// <summary>Whether there is a field of the name, for those that may be left out.</summary>
    public bool Has(string name) => _object.TryGetProperty(name, out _);

    /// <exception cref="InvalidDataException">No text, or half a surrogate pair in it.</exception>
    public string Text(string name) => TextOf(Of(name), name);

    public string? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var element in ListOf(name)) texts.Add(TextOf(element, name));
        return texts;
    }

    /// <summary>All fields, each of which must be a text.</summary>
    public IReadOnlyDictionary<string, string> AllTexts()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in _object.EnumerateObject()) texts[property.Name] = TextOf(property.Value, property.Name);
        return texts;
    }

    public IReadOnlyList<T> List<T>(string name, Func<JsonFields, T> read)
    {
        var list = new List<T>();
        foreach (var element in ListOf(name)) list.Add(read(new JsonFields(element, $"{_path}.{name}[{list.Count}]")));
        return list;
    }

    public bool Flag(string name) => Of(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    public int Whole(string name) => Of(name) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt32(out var number) ? number : throw Wrong(name, "a whole number");

    public long? WholeOrNull(string name) => IsNull(name) ? null
        : Of(name) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt64(out var number) ? number : throw Wrong(name, "a whole number or null");

    public double? NumberOrNull(string name) => IsNull(name) ? null
        : Of(name) is { ValueKind: JsonValueKind.Number } element && element.TryGetDouble(out var number) ? number : throw Wrong(name, "a number or null");

    public LocalDate? DayOrNull(string name) => TextOrNull(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw Wrong(name, "a day (2023-12-14) or null");

    public T Name<T>(string name)
        where T : struct, Enum => EnumNames<T>.TryParse(Text(name), out var value) ? value : throw Wrong(name, "one of " + string.Join(", ", EnumNames<T>.All));

    public T? NameOrNull<T>(string name)
        where T : struct, Enum => IsNull(name) ? null : Name<T>(name);

    public InvalidDataException Wrong(string name, string expected) => new($"{_path}.{name}: {expected} was expected.");

    private bool IsNull(string name) => !_object.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null;

    private JsonElement Of(string name) => _object.TryGetProperty(name, out var element) ? element : throw new InvalidDataException($"{_path}: a field '{name}' was expected.");

    private JsonElement.ArrayEnumerator ListOf(string name) => Of(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Wrong(name, "a list");

    private string TextOf(JsonElement element, string name)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.String) return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: told as any other wrong text.
        }

        throw Wrong(name, "a text");
    }
}
