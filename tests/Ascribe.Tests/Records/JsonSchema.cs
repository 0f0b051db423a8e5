using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ascribe.Tests.Records;

/// <summary>
/// Checks JSON against a JSON schema, as far as docs/ascribe-record-1.schema.json uses the language; a keyword that it does not know is an error.
/// Stricter than the standard in one thing: a field that the schema does not list is a fault, so that no field goes undescribed.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> s_notes = ["$schema", "$id", "$defs", "title", "description"];

    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    /// <summary>The published schema of records.</summary>
    public static JsonSchema OfRecords { get; } = Load();

    /// <summary>The schema itself.</summary>
    public JsonElement Root => _root;

    /// <summary>What is wrong with the JSON; empty: nothing.</summary>
    public IReadOnlyList<string> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        var faults = new List<string>();
        Check(_root, document.RootElement, "record", faults);
        return faults;
    }

    private static JsonSchema Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("docs", "ascribe-record-1.schema.json")));
        return new JsonSchema(document.RootElement.Clone());
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (var rule in schema.EnumerateObject())
        {
            var fits = rule.Name switch
            {
                "$ref" => Refer(rule.Value.GetString()!),
                "type" => rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(t => IsOf(t.GetString()!, value)) : IsOf(rule.Value.GetString()!, value),
                "const" => JsonElement.DeepEquals(rule.Value, value),
                "enum" => rule.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)),
                "anyOf" => rule.Value.EnumerateArray().Any(Matches),
                "required" => value.ValueKind != JsonValueKind.Object || rule.Value.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
                "properties" => Properties(rule.Value),
                "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(p => Within(rule.Value, p.Value, $"{path}.{p.Name}")),
                "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select((item, i) => Within(rule.Value, item, $"{path}[{i}]")).ToList().Count >= 0,
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32(),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.Value.GetInt32(),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.ECMAScript),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(),
                _ => s_notes.Contains(rule.Name) ? true : throw new NotSupportedException($"The keyword '{rule.Name}' of the schema is not known here."),
            };
            if (!fits) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {Shortened(value)} breaks {rule.Name} {Shortened(rule.Value)}"));
        }

        bool Refer(string pointer) => Within(_root.GetProperty("$defs").GetProperty(pointer["#/$defs/".Length..]), value, path);

        bool Matches(JsonElement other)
        {
            var inner = new List<string>();
            Check(other, value, path, inner);
            return inner.Count == 0;
        }

        bool Properties(JsonElement known)
        {
            if (value.ValueKind != JsonValueKind.Object) return true;
            var open = schema.TryGetProperty("additionalProperties", out _);
            foreach (var property in value.EnumerateObject())
            {
                if (known.TryGetProperty(property.Name, out var inner)) Within(inner, property.Value, $"{path}.{property.Name}");
                else if (!open) faults.Add($"{path}.{property.Name}: the schema does not describe this field");
            }

            return true;
        }

        // Faults within are told where they are.
        bool Within(JsonElement inner, JsonElement part, string where)
        {
            Check(inner, part, where, faults);
            return true;
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The type '{type}' is not known here."),
    };

    private static string Shortened(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText();
}
