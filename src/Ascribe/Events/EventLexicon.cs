using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Events;

/// <summary>What the event step knows of a language's words.</summary>
internal sealed class EventLexicon
{
    private readonly Dictionary<string, PrepositionRole> _prepositions = new(StringComparer.Ordinal);

    private readonly HashSet<string> _carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _eventOfWeapon = new(StringComparer.Ordinal);

    private readonly PhraseMatcher<bool> _taking = new();

    private readonly HashSet<string> _placing = new(StringComparer.Ordinal);
    private readonly PhraseMatcher<bool> _using = new();
    private readonly PhraseMatcher<bool> _laying = new();
    private readonly PhraseMatcher<bool> _claiming = new();
    private readonly PhraseMatcher<bool> _armed = new();
    private readonly PhraseMatcher<bool> _suffering = new();
    private readonly PhraseMatcher<bool> _crowds = new();
    private readonly PhraseMatcher<bool> _ending = new();
    private readonly PhraseMatcher<bool> _causing = new();

    private readonly HashSet<string> _portions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leading = new(StringComparer.Ordinal);
    private readonly HashSet<string> _succession = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pointing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _backReference = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _broaderWeapon = new(StringComparer.Ordinal);

    private readonly PhraseMatcher<string> _blaming = new();

    private EventLexicon()
    {
    }

    public PhraseMatcher<EventTrigger> Triggers { get; } = new();

    public PhraseMatcher<WeaponEntry> Weapons { get; } = new();

    public PhraseMatcher<string> Targets { get; } = new();

    /// <summary>Things of <see cref="Targets"/> that a side can hold: bases, towns, hills.</summary>
    public PhraseMatcher<bool> Grounds { get; } = new();

    public PhraseMatcher<SupportVerb> SupportVerbs { get; } = new();

    public PhraseMatcher<EventStatus> StatusCues { get; } = new();

    /// <summary>Words behind which parts of a number of people stand: "including", "among them".</summary>
    public PhraseMatcher<bool> Parts { get; } = new();

    /// <summary>Words behind which others stand to whom the same happened: "along with", "as well as".</summary>
    public PhraseMatcher<bool> Besides { get; } = new();

    /// <summary>Words that put those beside them among the dead or hurt: "among", "include".</summary>
    public PhraseMatcher<bool> Partitives { get; } = new();

    /// <exception cref="InvalidDataException">A lexicon is missing or damaged.</exception>
    public static EventLexicon Load(string language)
    {
        var lexicon = new EventLexicon();
        foreach (var row in LexiconTable.Load($"{language}/event-triggers.tsv").Rows)
        {
            var effect = row["effect"];
            VictimEffect? victims = null;
            var target = TargetEffect.Unknown;
            if (effect.Length > 0)
            {
                if (Enum.TryParse<VictimEffect>(effect, ignoreCase: true, out var v)) victims = v;
                else if (!Enum.TryParse(effect, ignoreCase: true, out target)) throw row.Error($"'{effect}' is no effect.");
            }

            EventStatus? status = row["status"].Length == 0 ? null : row.Value("status", EventStatus.Occurred);
            var trigger = new EventTrigger(
                row["type"], row.Value("strength", TriggerStrength.Kind), row.Value("frame", TriggerFrame.Act), victims, target, status,
                row["weapon"].Length == 0 ? null : row["weapon"], row["figurative"] == "yes",
                row["forces"].Length == 0 ? null : row["forces"]);
            lexicon.Triggers.Add(row["phrase"], trigger);

            // "a car-bombing", "a gun-battle": compounds are written with a hyphen, too.
            if (trigger.Frame == TriggerFrame.Noun && row["phrase"].LastIndexOf(' ') is var gap and > 0 && !row["phrase"].Contains('-', StringComparison.Ordinal))
                lexicon.Triggers.Add($"{row["phrase"][..gap]} -{row["phrase"][gap..]}", trigger);
        }

        foreach (var row in LexiconTable.Load($"{language}/weapons.tsv").Rows)
        {
            lexicon.Weapons.Add(row["phrase"], new WeaponEntry(row["kind"], row["event"], row["carrier"] == "yes"));
            if (row["carrier"] == "yes") lexicon._carriers.Add(row["kind"]);
            lexicon._eventOfWeapon.TryAdd(row["kind"], row["event"]);
            if (row["broader"].Length > 0) lexicon._broaderWeapon.TryAdd(row["kind"], row["broader"]);
        }

        foreach (var row in LexiconTable.Load($"{language}/targets.tsv").Rows)
        {
            lexicon.Targets.Add(row["phrase"], row["kind"]);
            if (row["ground"] == "yes") lexicon.Grounds.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/role-prepositions.tsv").Rows)
        {
            var role = row.Value("role", PrepositionRole.None);
            if (role == PrepositionRole.Place) lexicon._placing.Add(row["preposition"]);
            lexicon._prepositions.TryAdd(row["preposition"], role);
        }

        foreach (var row in LexiconTable.Load($"{language}/support-verbs.tsv").Rows)
        {
            EventStatus? status = row["status"].Length == 0 ? null : row.Value("status", EventStatus.Occurred);
            lexicon.SupportVerbs.Add(row["phrase"], new SupportVerb(row["agent"] == "subject", row["agent"] == "target", status));
        }

        foreach (var row in LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            var link = row.Value("link", EventLinkKind.New);
            if (link is EventLinkKind.Back or EventLinkKind.Pointing) lexicon._backReference.Add(row["phrase"]);
            (link switch
            {
                EventLinkKind.Succession => lexicon._succession,
                EventLinkKind.Leading => lexicon._leading,
                EventLinkKind.Pointing => lexicon._pointing,
                _ => null,
            })?.Add(row["phrase"]);
            (link switch
            {
                EventLinkKind.Using => lexicon._using,
                EventLinkKind.Laying => lexicon._laying,
                EventLinkKind.Claiming => lexicon._claiming,
                EventLinkKind.Taking => lexicon._taking,
                EventLinkKind.Armed => lexicon._armed,
                EventLinkKind.Suffering => lexicon._suffering,
                EventLinkKind.Crowd => lexicon._crowds,
                EventLinkKind.Ending => lexicon._ending,
                EventLinkKind.Causing => lexicon._causing,
                _ => null,
            })?.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            if (row["accused"].TrimEnd('?') is { Length: > 0 } preposition) lexicon._blaming.Add(row["phrase"], preposition);
        }

        foreach (var row in LexiconTable.Load($"{language}/status-cues.tsv").Rows)
            lexicon.StatusCues.Add(row["phrase"], row.Value("status", EventStatus.Occurred));
        foreach (var row in LexiconTable.Load($"{language}/quantities.tsv").Rows)
        {
            if (row["class"] == "part") lexicon.Parts.Add(row["phrase"], true);
            else if (row["class"] == "besides") lexicon.Besides.Add(row["phrase"], true);
            else if (row["class"] == "portion") lexicon._portions.Add(row["phrase"]);
            else if (row["class"] == "partitive") lexicon.Partitives.Add(row["phrase"], true);
        }

        return lexicon;
    }

    /// <summary>The event type that the use of a weapon of this kind makes, or null.</summary>
    public string? EventOfWeapon(string kind) => _eventOfWeapon.GetValueOrDefault(kind);

    /// <summary>True when every weapon of the one kind is also one of the other: a car bomb is a bomb.</summary>
    public bool IsKindOf(string kind, string broader)
    {
        for (var k = kind; _broaderWeapon.TryGetValue(k, out var above); k = above)
        {
            if (above == broader) return true;
        }

        return false;
    }

    /// <summary>True for a determiner that makes an event noun speak of what was told before: "the", "this".</summary>
    public bool IsBackReference(string determiner) => _backReference.Contains(determiner);

    /// <summary>True for one that points at what was told last: "this", "that".</summary>
    public bool IsPointing(string determiner) => _pointing.Contains(determiner);

    /// <summary>True for a verb of taking or holding: "took … hostage".</summary>
    public bool IsTaking(Document document, int verb) => _taking.Longest(document, verb) is not null;

    /// <summary>True for a verb whose object is the weapon: "using", "armed with".</summary>
    public bool IsUsing(Document document, int verb) => _using.Longest(document, verb) is not null;

    /// <summary>True for a verb that tells what whoever strikes with a weapon does with it: "planted", "threw".</summary>
    public bool IsLaying(Document document, int verb) => _laying.Longest(document, verb) is not null;

    /// <summary>True for a word whose object, or what it is "for", is an act: "claimed", "responsibility".</summary>
    public bool IsClaiming(Document document, int token) => _claiming.Longest(document, token) is not null;

    /// <summary>"blamed the attack on the rebels": behind the verb's preposition stands who is accused of the act.</summary>
    public bool IsBlaming(Document document, int verb, string preposition) => verb >= 0 && _blaming.Longest(document, verb)?.Value == preposition;

    /// <summary>True for who is called by his firearm: "gunmen", "armed men".</summary>
    public bool IsArmed(Document document, int head) => EndingAt(_armed, document, head) is not null;

    /// <summary>"deadliest", "worst": whose attack it is suffered it.</summary>
    public bool IsSuffering(Document document, int token) => _suffering.Longest(document, token) is not null;

    /// <summary>True for those who take to the streets: "demonstrators", "a crowd".</summary>
    public bool IsCrowd(Document document, int head) => EndingAt(_crowds, document, head) is not null;

    /// <summary>True for a verb whose object is over: "ended", "halt".</summary>
    public bool IsEnding(Document document, int verb) => _ending.Longest(document, verb) is not null;

    /// <summary>True for a verb that joins a cause to an act that comes of it, or the reverse: "led to", "result from".</summary>
    public bool IsCausing(Document document, int verb) => _causing.Longest(document, verb) is not null;

    /// <summary>True for a word that names a part of what stands behind its "of": "half", "most".</summary>
    public bool IsPortion(string form) => _portions.Contains(form);

    /// <summary>"US-led raids": the token that names who leads, where the modifier is such a compound; else -1.</summary>
    public int LeaderIn(Document document, int modifier) =>
        modifier > 1 && _leading.Contains(document[modifier].Form) && document[modifier - 1] is { Form: "-", SpaceBefore: false } ? modifier - 2 : -1;

    /// <summary>"after", "following": what stands behind came about at another time.</summary>
    public bool IsSuccession(string preposition) => _succession.Contains(preposition);

    /// <summary>True for what carries or drops other weapons: aircraft.</summary>
    public bool IsCarrier(string kind) => _carriers.Contains(kind);

    /// <summary>True for a preposition that leads to a target of attacks, and to where people were killed or hurt.</summary>
    public bool IsPlacing(string preposition) => _placing.Contains(preposition);

    public PrepositionRole RoleOf(string preposition) => _prepositions.GetValueOrDefault(preposition);

    /// <summary>The weapon that a noun phrase's head names, with the words that name it, or null.</summary>
    public PhraseMatcher<WeaponEntry>.Match? WeaponAt(Document document, int head) =>
        // "a lorry laden with explosives"
        Weapons.Longest(document, head) is { Tokens.Count: > 1 } laden && !document[head + 1].Tag.IsNoun() ? laden : EndingAt(Weapons, document, head);

    /// <summary>True for a noun that tells of an act: "attack", "shelling".</summary>
    public bool IsEventNoun(Document document, int noun) => Triggers.Longest(document, noun) is { Value.Frame: TriggerFrame.Noun };

    /// <summary>The kind of thing that a noun phrase's head names, or null.</summary>
    public string? TargetKindAt(Document document, int head) => EndingAt(Targets, document, head)?.Value;

    /// <summary>True for a noun phrase's head that names what a side can hold.</summary>
    public bool IsGround(Document document, int head) => EndingAt(Grounds, document, head) is not null;

    /// <summary>The longest phrase whose last token is <paramref name="head"/>, or null.</summary>
    private static PhraseMatcher<T>.Match? EndingAt<T>(PhraseMatcher<T> matcher, Document document, int head)
    {
        const int longest = 4;
        for (var first = Math.Max(document.SentenceTokens(document.SentenceOf(head)).First, head - longest + 1); first <= head; first++)
        {
            if (matcher.Longest(document, first) is { } match && match.Tokens.End == head + 1) return match;
        }

        return null;
    }
}
