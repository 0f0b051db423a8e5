using Ascribe.Claims;
using Ascribe.Ontology;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ascribe.Lab.Coding;

/// <summary>The roots of PLOVER, how they combine, and their five classes, from ontology/plover.yaml.</summary>
internal sealed class PloverScheme
{
    private const string File = "ontology/plover.yaml";
    private const string Same = "same";

    /// <summary>Ends a result that gives way to what another argument comes to.</summary>
    private const char Provisional = '?';

    private readonly Dictionary<string, Root> _roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _things = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _intransitives = new(StringComparer.Ordinal);
    private readonly Dictionary<Stance, string> _stances = [];
    private readonly Dictionary<string, Operator> _operators = new(StringComparer.Ordinal);

    /// <summary>What nothing is known about tells this.</summary>
    public const string Statement = "STATEMENT";

    /// <exception cref="InvalidDataException">The embedded file is missing or names a code that it does not define.</exception>
    public static PloverScheme Load()
    {
        using var stream = typeof(EventTypes).Assembly.GetManifestResourceStream(File) ?? throw new InvalidDataException($"{File} is missing.");
        using var reader = new StreamReader(stream);
        var content = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<Content>(reader);
        var scheme = new PloverScheme();
        foreach (var root in content.Roots) scheme._roots.Add(root.Name, root);
        scheme._things.UnionWith(content.Things);
        scheme._modals.UnionWith(content.Modals);
        scheme._intransitives.UnionWith(content.Intransitives);
        foreach (var (name, results) in content.Operators) scheme._operators.Add(name, new Operator(scheme._operators.Count, results));
        foreach (var (stance, code) in content.Stances) scheme._stances.Add(Enum.Parse<Stance>(stance.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), code);
        foreach (var code in scheme.Results)
        {
            if (code != Same && !scheme.Contains(code)) throw new InvalidDataException($"{File}: '{code}' is no root, thing or operator.");
        }

        return scheme;
    }

    public IReadOnlyCollection<string> Roots => _roots.Keys;

    /// <summary>All that stances and operators come to.</summary>
    public IEnumerable<string> Results => _stances.Values.Concat(_operators.Values.SelectMany(o => o.Results.Values)).Select(c => c.TrimEnd(Provisional));

    /// <summary>True for a root (with or without mode), a thing or an operator.</summary>
    public bool Contains(string code) => IsEvent(code) || _things.Contains(code) || IsOperator(code);

    public bool IsEvent(string code) => _roots.ContainsKey(RootOf(code));

    public bool IsOperator(string code) => _operators.ContainsKey(code);

    /// <summary>True for an operator that changes the word it hangs on, and not what hangs on it.</summary>
    public bool IsModal(string name) => _modals.Contains(name);

    /// <summary>True for an operator that takes a verb's subject where it has no object: "the talks collapsed".</summary>
    public bool IsIntransitive(string name) => _intransitives.Contains(name);

    /// <summary>The place of the operator in the file: of several at one verb, the lower is applied first.</summary>
    public int OrderOf(string name) => _operators[name].Order;

    /// <summary>The root or operator that a stance stands for.</summary>
    public string CodeOf(Stance stance) => _stances[stance];

    /// <summary>0 to 4; see the file.</summary>
    public int ClassOf(string code) => _roots[RootOf(code)].Class;

    /// <summary>The code in PLOVER's edition of 2021; empty where it has no such event.</summary>
    public string PloverOf(string code) => _roots[RootOf(code)].Plover ?? code;

    /// <summary>The event's name in PLOVER's first edition; empty where it has no such event.</summary>
    public string FormerOf(string code)
    {
        var plover = PloverOf(code);
        if (plover.Length == 0 || _roots[RootOf(plover)].Formerly is not { } formerly) return RootOf(plover);
        return formerly.GetValueOrDefault(ModeOf(plover)) ?? formerly["any"];
    }

    /// <summary>The root of 2021 of an event's name in any edition, or the name itself where it joins two; null for a name of none.</summary>
    public string? RootOfName(string name) =>
        _roots.Values.Any(r => r.Joined == name) ? name : _roots.Values.FirstOrDefault(r => r.Name == name || r.Formerly?.ContainsValue(name) == true)?.Name;

    /// <summary>True where the code, which may be empty, is of the root, or of one that the name joins.</summary>
    public bool IsOf(string code, string name) => RootOf(code) == name || _roots.GetValueOrDefault(RootOf(code))?.Joined == name;

    /// <summary>What the operator makes of a code or, with null, of nothing known; null where it does not apply.</summary>
    /// <param name="isProvisional">True where the result gives way to what another argument comes to.</param>
    public string? Apply(string name, string? argument, out bool isProvisional)
    {
        var results = _operators[name].Results;
        var result = argument is null
            ? results.GetValueOrDefault("none") ?? results.GetValueOrDefault("any")
            : results.GetValueOrDefault(argument) ?? results.GetValueOrDefault(RootOf(argument)) ?? results.GetValueOrDefault(GroupOf(argument)) ?? results.GetValueOrDefault("any");
        isProvisional = result?.EndsWith(Provisional) == true;
        return result == Same ? argument : result?.TrimEnd(Provisional);
    }

    public static string RootOf(string code) => code.Split(':')[0];

    private static string ModeOf(string code) => code.Contains(':', StringComparison.Ordinal) ? code.Split(':')[1] : "any";

    private string GroupOf(string code) => !IsEvent(code) ? "" : ClassOf(code) switch { 0 => "", <= 2 => "cooperation", _ => "conflict" };

    private sealed record Operator(int Order, Dictionary<string, string> Results);

    private sealed class Root
    {
        [YamlMember(Alias = "root", ApplyNamingConventions = false)]
        public required string Name { get; init; }

        public required int Class { get; init; }

        public string? Plover { get; init; }

        public string? Joined { get; init; }

        public Dictionary<string, string>? Formerly { get; init; }
    }

    private sealed class Content
    {
        public required List<Root> Roots { get; init; }

        public required Dictionary<string, string> Stances { get; init; }

        public required List<string> Things { get; init; }

        public required List<string> Modals { get; init; }

        public required List<string> Intransitives { get; init; }

        public required Dictionary<string, Dictionary<string, string>> Operators { get; init; }
    }
}
