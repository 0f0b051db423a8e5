using YamlDotNet.RepresentationModel;

namespace Ascribe.Ontology;

/// <summary>The kinds of events, from ontology/event-types.yaml.</summary>
public sealed class EventTypes
{
    private const string File = "ontology/event-types.yaml";
    private static readonly string[] s_schemes = ["plover", "cameo", "acled", "gtd", "muc4"];

    private readonly Dictionary<string, EventType> _byName;

    private EventTypes(IReadOnlyList<EventType> all)
    {
        All = all;
        _byName = all.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<EventType> All { get; }

    /// <exception cref="InvalidDataException">The embedded file is damaged; the message names the line.</exception>
    public static EventTypes Load()
    {
        using var stream = typeof(EventTypes).Assembly.GetManifestResourceStream(File) ?? throw new InvalidDataException($"{File} is missing.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <exception cref="InvalidDataException">The text is no list of event types, or names a type that is not in it; the message names the line or the type.</exception>
    public static EventTypes Read(TextReader reader)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(reader);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new InvalidDataException($"{File}, line {e.Start.Line}: {e.Message}", e);
        }

        if (yaml.Documents.Count != 1 || yaml.Documents[0].RootNode is not YamlSequenceNode list)
            throw new InvalidDataException($"{File}: a list of event types is expected.");
        var types = new EventTypes([.. list.Children.Select(TypeOf)]);
        foreach (var type in types.All)
        {
            if (type.ToldAs.Concat(type.Parts).FirstOrDefault(t => !types.Contains(t)) is { } unknown)
                throw new InvalidDataException($"{File}: '{type.Name}' names '{unknown}', which is no type.");
        }

        return types;
    }

    /// <exception cref="KeyNotFoundException">There is no such type.</exception>
    public EventType this[string name] => _byName[name];

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>True for the types in which somebody is harmed or something is attacked.</summary>
    public bool IsViolence(string name) => _byName.TryGetValue(name, out var type) && type.Family == "violence";

    /// <summary>True for the types that somebody does to others by force: violence, what becomes of forces and ground, arrests.</summary>
    public bool HasPerpetrators(string name) => _byName.TryGetValue(name, out var type) && type.HasPerpetrators;

    /// <summary>True for things done, false for things said about them.</summary>
    public bool IsIncident(string name) => _byName.TryGetValue(name, out var type) && type.Family != "speech_act";

    /// <summary>True where each side does it to the other.</summary>
    public bool IsMutual(string name) => _byName.TryGetValue(name, out var type) && type.IsMutual;

    /// <summary>What an act of the type is aimed at.</summary>
    public EventAim Aims(string name) => _byName.TryGetValue(name, out var type) ? type.Aims : EventAim.Things;

    /// <summary>True for what authorities do by law: they tell of it, and acknowledge nothing.</summary>
    public bool IsOfLaw(string name) => _byName.TryGetValue(name, out var type) && type.Family == "law_state";

    /// <summary>True for acts that a report calls an attack, whatever they are done with.</summary>
    public bool IsAttack(string name) => _byName.TryGetValue(name, out var type) && type.IsAttack;

    /// <summary>True where its words are said of acts of a more exact type, too.</summary>
    public bool IsPlain(string name) => _byName.TryGetValue(name, out var type) && type.IsPlain;

    /// <summary>True for acts that come from the air or from a distance.</summary>
    public bool IsFromAfar(string name) => _byName.TryGetValue(name, out var type) && type.IsFromAfar;

    /// <summary>True for what may go with an attack, and is told as a deed of its own beside it.</summary>
    public bool IsApart(string name) => _byName.TryGetValue(name, out var type) && type.IsApart;

    /// <summary>True for what may be one phase of an attack.</summary>
    public bool IsPhase(string name) => _byName.TryGetValue(name, out var type) && type.IsPhase;

    /// <summary>True where a report may use the words of the other type for an act of this one.</summary>
    public bool IsToldAs(string name, string other) => _byName.TryGetValue(name, out var type) && type.ToldAs.Contains(other);

    /// <summary>True where an act of the type may have one of the other type as a part.</summary>
    public bool HasPart(string name, string other) => _byName.TryGetValue(name, out var type) && type.Parts.Contains(other);

    private static EventType TypeOf(YamlNode node)
    {
        if (node is not YamlMappingNode map) throw Error(node, "an event type is a mapping");
        string Text(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value: { Length: > 0 } text }
            ? text
            : throw Error(node, $"'{key}' is expected");
        IReadOnlyList<string> List(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode items
            ? [.. items.Children.Select(i => (i as YamlScalarNode)?.Value ?? throw Error(i, $"each of '{key}' is a text"))]
            : throw Error(node, $"a list '{key}' is expected");
        IReadOnlyList<string> Some(string key) => map.Children.ContainsKey(new YamlScalarNode(key)) ? List(key) : [];
        bool Flag(string key, string value) => map.Children.ContainsKey(new YamlScalarNode(key)) && (Text(key) == value ? true : throw Error(node, $"'{key}' is '{value}' or left out"));
        return new EventType
        {
            Name = Text("name"),
            Family = Text("family"),
            Definition = Text("definition"),
            HasPerpetrators = Text("family") is "violence" or "forces_territory" || Flag("force", "yes"),
            IsMutual = Flag("sides", "both"),
            Aims = !map.Children.ContainsKey(new YamlScalarNode("aims")) ? EventAim.Things : Text("aims") switch
            {
                "people" => EventAim.People,
                "named" => EventAim.NamedPeople,
                _ => throw Error(node, "'aims' is 'people', 'named' or left out"),
            },
            IsAttack = Flag("attack", "yes"),
            IsPlain = Flag("plain", "yes"),
            IsFromAfar = Flag("afar", "yes"),
            IsApart = Flag("apart", "yes"),
            IsPhase = Flag("phase", "yes"),
            ToldAs = Some("told_as"),
            Parts = Some("parts"),
            Codes = s_schemes.ToDictionary(s => s, List, StringComparer.Ordinal),
        };
    }

    private static InvalidDataException Error(YamlNode node, string what) => new($"{File}, line {node.Start.Line}: {what}.");
}
