using Ascribe.Actors;
using Ascribe.Lexicons;
using Ascribe.Ontology;
using YamlDotNet.RepresentationModel;

namespace Ascribe.Dossiers.Exports;

/// <summary>What our kinds are called in other schemes: ontology/event-types.yaml, ontology/export-codes.yaml and the names of countries.</summary>
internal sealed class ExportCodes
{
    private const string File = "ontology/export-codes.yaml";

    private readonly Dictionary<string, Dictionary<string, string>> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string Alpha3)> _countries;

    private ExportCodes()
    {
        using var stream = typeof(EventTypes).Assembly.GetManifestResourceStream(File) ?? throw new InvalidDataException($"{File} is missing.");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        foreach (var (section, names) in (YamlMappingNode)yaml.Documents[0].RootNode)
            _sections[section.ToString()] = ((YamlMappingNode)names).ToDictionary(n => n.Key.ToString(), n => n.Value.ToString(), StringComparer.Ordinal);
        _countries = LexiconTable.Load("en/countries.tsv").Rows.ToDictionary(r => r["code"], r => (r["name"], r["alpha3"]), StringComparer.Ordinal);
    }

    private readonly Lazy<IReadOnlyDictionary<string, NamedActor>> _actors = new(() => ActorTable.Load("en").Actors);

    private static readonly Lazy<ExportCodes> s_instance = new(() => new ExportCodes());

    public static ExportCodes Instance => s_instance.Value;

    public EventTypes Types { get; } = EventTypes.Load();

    /// <summary>The named actors by their ids.</summary>
    public IReadOnlyDictionary<string, NamedActor> Actors => _actors.Value;

    /// <summary>The English name of a country by its ISO 3166-1 alpha-2 code; the code where it has none.</summary>
    public string CountryOf(string code) => _countries.TryGetValue(code, out var country) ? country.Name : code;

    /// <summary>The ISO 3166-1 alpha-3 code of an alpha-2 code, or null.</summary>
    public string? Alpha3Of(string code) => _countries.TryGetValue(code, out var country) && country.Alpha3.Length > 0 ? country.Alpha3 : null;

    /// <summary>What a section calls one of our names, or null.</summary>
    public string? Find(string section, string name) => _sections[section].GetValueOrDefault(name);

    /// <summary>Codes of an event type in a scheme ("acled", "gtd" …); none where the type or the scheme has none.</summary>
    public IReadOnlyList<string> CodesOf(string type, string scheme) => Types.Contains(type) ? Types[type].Codes[scheme] : [];

    /// <summary>ACLED's code as disorder type, event type and sub-event type: "Battles/Armed clash".</summary>
    public (string Disorder, string Event, string SubEvent) AcledOf(string code)
    {
        var disorders = _sections["acled_disorder_types"];
        var known = disorders.Keys.Where(k => code.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k.Length) ?? throw new InvalidDataException($"{File}: '{code}' has no disorder type.");
        return (disorders.GetValueOrDefault(code, disorders[known]), known, code[(known.Length + 1)..]);
    }
}
