using Ascribe.Lab.Predictions;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Quantities;

namespace Ascribe.Lab.Muc4;

/// <summary>Turns what the classifiers say of a document into templates.</summary>
internal sealed class TemplateFiller(IncidentModel model)
{
    /// <summary>The values of instrument_type where no instrument is named ("shot dead").</summary>
    public const string UnnamedInstrument = "unnamed_instrument";

    private const float RelevanceThreshold = 0.33f;
    private const float TypeThreshold = 0.65f;

    /// <summary>Two entities with one role in one incident that are likelier than this to be the same are told once.</summary>
    private const float SameThreshold = 0.42f;

    /// <summary>Weight of what document and members say of the type, each by itself, against what all say together.</summary>
    private const float PartsShare = 0.65f;

    /// <summary>A wider place is told before the place itself from this probability on.</summary>
    private const float WiderThreshold = 0.15f;

    /// <summary>By role the doubt up to which an entity has it; chosen by folds of the training documents.</summary>
    private static readonly float[] s_doubts = [0, 0.75f, 0.85f, 0.62f, 0.69f, 0.61f, 0.76f, 0.85f];

    private static readonly Lazy<Dictionary<string, string>> s_countries = new(() =>
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Load("en/countries.tsv").Rows) countries.TryAdd(row["code"], row["name"].ToUpperInvariant());
        return countries;
    });

    public IReadOnlyList<IReadOnlyDictionary<string, object>> Fill(PreparedText text) => Fill(text, model.Judge(text));

    public IReadOnlyList<IReadOnlyDictionary<string, object>> Fill(PreparedText text, Opinion opinion)
    {
        if (opinion.Relevance < RelevanceThreshold && opinion.Types.Max() < TypeThreshold) return [];
        var members = new List<Member>();
        for (var e = 0; e < text.Entities.Count; e++)
        {
            var role = Opinion.Likeliest(opinion.Roles[e]);
            if (opinion.Roles[e][0] <= s_doubts[role]) members.Add(new Member(e, (IncidentRole)role, opinion.Roles[e][0]));
        }

        return [.. IncidentGrouping.Of(text, model, members).Select(group => Template(text, opinion, group))];
    }

    /// <summary>The type that the document and the members speak for.</summary>
    private string TypeOf(PreparedText text, Opinion opinion, List<Member> members)
    {
        var odds = Array.ConvertAll(opinion.Types, p => MathF.Log(p + 0.02f));
        foreach (var member in members)
        {
            var of = model.EntityType.Predict(text.Entities[member.Entity].Features);
            for (var k = 0; k < odds.Length; k++) odds[k] += MathF.Log(of[k] + 0.02f) / members.Count;
        }

        var whole = model.IncidentType.Predict(new SlotFeatures(text.Text).Incident(opinion, members.ConvertAll(m => (text.Entities[m.Entity], m.Role))));
        for (var k = 0; k < odds.Length; k++) odds[k] = odds[k] * PartsShare + MathF.Log(whole[k] + 0.02f);
        return IncidentModel.Types[Array.IndexOf(odds, odds.Max())];
    }

    private Dictionary<string, object> Template(PreparedText prepared, Opinion opinion, List<Member> members)
    {
        var text = prepared.Text;
        var type = TypeOf(prepared, opinion, members);
        var writer = new SlotFeatures(text);
        List<(Entity Entity, IncidentRole Role)> all = members.ConvertAll(m => (prepared.Entities[m.Entity], m.Role));
        var incident = writer.Incident(type, all);
        var weapons = Fillers(prepared, opinion, members, IncidentRole.Instrument);
        var groups = Fillers(prepared, opinion, members, IncidentRole.PerpetratorOrganization);
        var things = Fillers(prepared, opinion, members, IncidentRole.PhysicalTarget);
        var names = Fillers(prepared, opinion, members, IncidentRole.HumanName);
        var descriptions = Fillers(prepared, opinion, members, IncidentRole.HumanDescription).ConvertAll(d => (Filler: d, Of: NameOf(text, d.Entity, names)));
        var people = names.Concat(descriptions.Where(d => d.Of is null).Select(d => d.Filler)).ToList();
        var places = Places(prepared, opinion, members);
        var country = model.Slots["incident_location"].Choose(CountryFeatures.Of(text, places.Select(p => prepared.Entities[p])));
        var slots = new Dictionary<string, object>
        {
            ["incident_type"] = type,
            ["incident_stage"] = model.Slots["incident_stage"].Choose(incident),
            ["incident_location"] = new { country, places = places.Select(p => new { name = model.Form(text, prepared.Entities[p], opinion.Phrases[p], IncidentRole.Place).ToUpperInvariant() }) },
            ["instrument_id"] = weapons.ConvertAll(w => w.Text),
            ["instrument_type"] = weapons.Count > 0 ? Values("instrument_type", weapons, writer.Kind) : Values(UnnamedInstrument, incident),
            ["perp_category"] = Values("perp_category", incident),
            ["perp_individual"] = Fillers(prepared, opinion, members, IncidentRole.PerpetratorIndividual).ConvertAll(w => w.Text),
            ["perp_organization"] = groups.ConvertAll(w => w.Text),
            ["perp_org_confidence"] = groups.ConvertAll(g => Value(model.Surety.Choose(prepared, g.Entity, all), g.Text)),
            ["phys_id"] = things.ConvertAll(w => w.Text),
            ["phys_type"] = Values("phys_type", things, writer.Kind),
            ["phys_number"] = things.ConvertAll(w => Value(Number(text, w.Entity), w.Text)),
            ["phys_nation"] = Nations(text, things, country),
            ["phys_effect"] = Values("phys_effect", things, e => SlotFeatures.Befallen(e, type)),
            ["hum_name"] = names.ConvertAll(w => w.Text),
            ["hum_description"] = descriptions.ConvertAll(d => Value(d.Filler.Text, d.Of)),
            ["hum_type"] = Values("hum_type", people, writer.Kind),
            ["hum_number"] = people.ConvertAll(w => Value(Number(text, w.Entity), w.Text)),
            ["hum_nation"] = Nations(text, people, country),
            ["hum_effect"] = Values("hum_effect", people, e => SlotFeatures.Befallen(e, type)),
        };
        if (Time(text, type, members.Select(m => prepared.Entities[m.Entity])) is { } time) slots["incident_date"] = time;
        return slots;
    }

    private List<object> Values(string slot, uint[] features) => model.Slots[slot].Choose(features) is { Length: > 0 } value ? [Value(value, null)] : [];

    private List<object> Values(string slot, List<(string Text, Entity Entity)> fillers, Func<Entity, uint[]> look) =>
        [.. fillers.Select(f => (Value: model.Slots[slot].Choose(look(f.Entity)), f.Text)).Where(v => v.Value.Length > 0).Select(v => Value(v.Value, v.Text))];

    private static object Value(string value, string? of) => of is null ? new { value } : new { value, @ref = of };

    /// <summary>The members with a role, of those that are the same the least doubtful, with the words that name them.</summary>
    private List<(string Text, Entity Entity)> Fillers(PreparedText text, Opinion opinion, List<Member> members, IncidentRole role)
    {
        var pairs = new EntityPairs(text.Text);
        var bag = new Features();
        var kept = new List<Member>();
        foreach (var member in members.Where(m => m.Role == role).OrderBy(m => m.Doubt))
        {
            var isNew = kept.TrueForAll(other =>
            {
                bag.Clear();
                pairs.WriteSame(text.Entities[other.Entity], text.Entities[member.Entity], role, bag);
                return model.Same.Predict(bag.ToArray())[1] < SameThreshold;
            });
            if (isNew) kept.Add(member);
        }

        return [.. kept.OrderBy(m => m.Entity).Select(m => (model.Form(text.Text, text.Entities[m.Entity], opinion.Phrases[m.Entity], role), text.Entities[m.Entity]))];
    }

    /// <summary>The likeliest place, behind the wider one that is named right after it; by their indices.</summary>
    private static List<int> Places(PreparedText text, Opinion opinion, List<Member> members)
    {
        var places = members.Where(m => m.Role == IncidentRole.Place && !IsCountry(text.Text, text.Entities[m.Entity])).OrderBy(m => m.Doubt).Take(1).Select(m => m.Entity).ToList();
        if (places.Count > 0 && Wider(text, opinion, places[0]) is var wider and >= 0) places.Insert(0, wider);
        return places;
    }

    /// <summary>The entity, or -1.</summary>
    private static int Wider(PreparedText text, Opinion opinion, int place)
    {
        foreach (var phrase in text.Entities[place].Phrases)
        {
            for (var e = 0; e < text.Entities.Count; e++)
            {
                var other = text.Entities[e];
                if (e == place || opinion.Roles[e][(int)IncidentRole.Place] < WiderThreshold || IsCountry(text.Text, other)) continue;
                if (other.Phrases.Any(p => p.Sentence == phrase.Sentence && p.Tokens.First - phrase.Tokens.End is >= 1 and <= 4)) return e;
            }
        }

        return -1;
    }

    private static bool IsCountry(IncidentText text, Entity entity) => s_countries.Value.ContainsValue(text.TextOf(entity.Phrases[0].Tokens).ToUpperInvariant());

    private static string? NameOf(IncidentText text, Entity description, List<(string Text, Entity Entity)> names)
    {
        foreach (var phrase in description.Phrases)
        {
            foreach (var (name, entity) in names)
            {
                if (entity.Phrases.Any(n => n.Index == phrase.Describes || Appose(text.Document, n.Head, phrase.Head) || Appose(text.Document, phrase.Head, n.Head))) return name;
            }
        }

        return null;
    }

    private static bool Appose(Document document, int head, int other) => document[other].Relation is Dependency.Appos or Dependency.Nsubj && document[other].Head == head;

    private static string Number(IncidentText text, Entity entity)
    {
        var phrase = entity.Phrases[0];
        var head = phrase.Tokens.End - 1;
        foreach (var p in entity.Phrases)
        {
            if (text.Reading.Mentions.CountAt(p.Tokens.End - 1) is { } count) return Number(count.Count);
        }

        return text.Document[head].Tag is PartOfSpeech.NNS or PartOfSpeech.NNPS ? "PLURAL" : "1";
    }

    private static string Number(CountRange count) => count switch
    {
        { Min: { } low, Max: { } high } when low == high => count.Approximate ? $"~{low}" : $"{low}",
        { Min: { } low, Max: { } high } => $"{low}-{high}",
        { Min: { } low } => $"{low}-",
        { Max: { } high } => $"-{high}",
        _ => "PLURAL",
    };

    /// <summary>Foreign countries that the words of an entity or its title name.</summary>
    private static object[] Nations(IncidentText text, IEnumerable<(string Text, Entity Entity)> fillers, string country)
    {
        var found = new List<object>();
        foreach (var (name, entity) in fillers)
        {
            foreach (var place in text.Reading.Mentions.Places)
            {
                if (place.Place.Precision != Ascribe.Places.PlacePrecision.Country || place.Place.Country is not { } code || !s_countries.Value.TryGetValue(code, out var nation) || nation == country) continue;
                if (!entity.Phrases.Any(p => Whole(text, p).Contains(place.Tokens.First))) continue;
                found.Add(new { value = nation, @ref = name });
                break;
            }
        }

        return [.. found];
    }

    /// <summary>The phrase with the title in front of it.</summary>
    private static TokenRange Whole(IncidentText text, Phrase phrase) =>
        text.Phrases.Where(p => p.Describes == phrase.Index).Aggregate(phrase.Tokens, (whole, title) => whole.Union(title.Tokens));

    /// <summary>When the incident of our own reading that the members belong to happened; by the report where no time is told.</summary>
    private static object? Time(IncidentText text, string type, IEnumerable<Entity> members)
    {
        var pairs = new EntityPairs(text);
        var votes = members.SelectMany(pairs.Incidents).CountBy(i => i).ToDictionary();
        var best = text.Reading.Incidents.Select((incident, i) => (Incident: incident, Type: Muc4Types.Incident(incident.Type), Votes: votes.GetValueOrDefault(i)))
            .Where(c => c.Type is not null)
            .OrderByDescending(c => c.Votes + (c.Type == type ? 1.5 : 0) + (c.Incident.IsMain ? 1.2 : 0) + (c.Incident.Time is null ? 0 : 0.5))
            .FirstOrDefault().Incident?.Time?.Interval;
        return (best?.Latest ?? text.Day) is { } to ? new { from = best?.Earliest is { } from ? $"{from:uuuu-MM-dd}" : null, to = $"{to:uuuu-MM-dd}" } : null;
    }
}
