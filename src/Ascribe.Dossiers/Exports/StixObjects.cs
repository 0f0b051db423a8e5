using System.Globalization;
using System.Text.Json;
using Ascribe.Dossiers.Review;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Dossiers.Exports;

/// <summary>Objects of STIX 2.1 (OASIS Standard, 10 June 2021) in order, each once, with what all of them have.</summary>
internal sealed class StixObjects
{
    /// <summary>The time of what has none: when a known actor was made into an object, or an undated report published.</summary>
    public const string NoTime = "1970-01-01T00:00:00.000Z";

    /// <summary>The namespace of all our names.</summary>
    private static readonly Guid s_namespace = new("6e0d3c52-6a5b-4f0e-9d43-3c0f6c1f8a27");

    /// <summary>The definitions of the Traffic Light Protocol 2.0 that OASIS has published for all (extension "tlp-2.0").</summary>
    private static readonly Dictionary<Tlp, string> s_markings = new()
    {
        [Tlp.Clear] = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        [Tlp.Green] = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        [Tlp.Amber] = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        [Tlp.AmberStrict] = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        [Tlp.Red] = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
    };

    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly List<string> _written = [];

    /// <summary>The object of this program, which made all others.</summary>
    public static string Maker { get; } = Id("identity", "ascribe");

    /// <summary>An id of a type and a name; the same for the same.</summary>
    public static string Id(string type, string name) => $"{type}--{Uuid5.Of(s_namespace, $"{type}/{name}")}";

    /// <summary>A time as STIX has it. A day is its first moment, and a time without an offset is taken for UTC.</summary>
    public static string TimeOf(PublicationTime? published)
    {
        if (published is not { } told) return NoTime;
        var local = told.Day.At(told.Time ?? LocalTime.Midnight);
        return local.WithOffset(told.Offset ?? Offset.Zero).ToInstant().ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>The objects since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _written];
        _written.Clear();
        return taken;
    }

    /// <summary>Adds an object; one without a marking, which other dossiers may share, is written the first time alone.</summary>
    /// <param name="marking">How far it may be passed on; null: what anybody may know, such as the name of a state.</param>
    /// <param name="fields">Writes what its type has beside the common properties.</param>
    /// <returns>Its id.</returns>
    public string Add(string type, string name, string created, string modified, Tlp? marking, Action<Utf8JsonWriter> fields)
    {
        var id = Id(type, name);
        if (marking is { } mark) AddMarking(mark);
        else if (!_shared.Add(id)) return id;
        _written.Add(JsonPiece.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            if (id != Maker) json.WriteString("created_by_ref", Maker);
            json.WriteString("created", created);
            json.WriteString("modified", modified);
            if (marking is { } tlp) json.Texts("object_marking_refs", [s_markings[tlp]]);
            fields(json);
            json.WriteEndObject();
        }));
        return id;
    }

    private void AddMarking(Tlp tlp)
    {
        if (!_shared.Add(s_markings[tlp])) return;
        _written.Add(JsonPiece.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "marking-definition");
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", s_markings[tlp]);
            json.WriteString("created", "2022-10-01T00:00:00.000Z");
            json.WriteString("name", TlpLabel.Of(tlp));
            json.WriteStartObject("extensions");
            json.WriteStartObject("extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d");
            json.WriteString("extension_type", "property-extension");
            json.WriteString("tlp_2_0", TlpLabel.Of(tlp)["TLP:".Length..].ToLowerInvariant());
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }
}
