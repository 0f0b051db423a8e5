namespace Ascribe.Lab.Muc4;

/// <summary>Trains <see cref="IncidentModel"/> on documents with keys. What a classifier says of a document that another learns from was learnt without it.</summary>
internal static class IncidentTrainer
{
    private static readonly SparseNetworkTrainer s_slots = new() { Passes = 12, Rate = 0.04f, Dropout = 0.3f, Decay = 0.003f, LeastExamples = 2, Hidden = 16 };

    /// <summary>For what few words tell, and tell surely.</summary>
    private static readonly SparseNetworkTrainer s_kinds = s_slots with { Passes = 20, Rate = 0.08f, Dropout = 0.1f };

    public static IncidentModel Train(IReadOnlyList<PreparedText> texts)
    {
        var (first, second, opinions) = Readers(texts);
        var (third, last) = Forests(texts, opinions);
        return Rest(texts, first, second, third, last);
    }

    /// <summary>The networks of roles, and what such as learnt from the other folds say of each text.</summary>
    private static (FirstClassifiers First, SparseNetwork Second, Opinion[] Opinions) Readers(IReadOnlyList<PreparedText> texts)
    {
        var firsts = Folds.Of(texts.Count, train => FirstClassifiers.Train([.. train.Select(i => texts[i])]));
        Opinion[] opinions = [.. texts.Select((t, i) => firsts[i].Judge(t))];
        uint[][][] evidence = [.. texts.Select((t, i) => RoleEvidence.Of(t, opinions[i]).ToArray())];
        SparseNetwork TrainSecond(IEnumerable<int> on) => new SparseNetworkTrainer().Train(IncidentModel.Roles, on.SelectMany(i => evidence[i].Select((f, e) => new SparseExample(f, (int)texts[i].Entities[e].Role))));
        var seconds = Folds.Of(texts.Count, TrainSecond);
        return (FirstClassifiers.Train(texts), TrainSecond(Enumerable.Range(0, texts.Count)), [.. opinions.Select((o, i) => o with { Roles = Array.ConvertAll(evidence[i], f => seconds[i].Predict(f)) })]);
    }

    /// <summary>The forests of roles, and what such as learnt from the other folds say of each text.</summary>
    /// <param name="opinions">Of each text by networks that learnt without it.</param>
    private static (RoleForests Third, Opinion[] Opinions) Forests(IReadOnlyList<PreparedText> texts, Opinion[] opinions)
    {
        var thirds = Folds.Of(texts.Count, Learn);
        return (RoleForests.Train(texts, opinions), [.. texts.Select((t, i) => thirds[i].Judge(t, opinions[i]))]);

        RoleForests Learn(IEnumerable<int> on)
        {
            int[] of = [.. on];
            return RoleForests.Train([.. of.Select(i => texts[i])], [.. of.Select(i => opinions[i])]);
        }
    }

    /// <summary>What comes behind the roles.</summary>
    /// <param name="opinions">Of each text by classifiers that learnt without it.</param>
    private static IncidentModel Rest(IReadOnlyList<PreparedText> texts, FirstClassifiers first, SparseNetwork second, RoleForests third, Opinion[] opinions) => new()
    {
        First = first,
        Second = second,
        Third = third,
        Relevance = (SparseTrainer.Documents with { Dropout = 0.3f }).Train(2, texts.Select((t, i) => new SparseExample(RelevanceEvidence.Of(opinions[i]), t.Text.Key.Count > 0 ? 1 : 0))),
        EntityType = LearnTypes(texts),
        IncidentType = s_slots.Train(IncidentModel.Types.Length, texts.SelectMany((t, i) => IncidentTypes(t, opinions[i]))),
        Pairs = PairClassifier.Train(texts),
        Same = new SparseTrainer().Train(2, texts.SelectMany(SamePairs)),
        Forms = new SparseNetworkTrainer { Dropout = 0.2f, Rate = 0.06f }.Train(2, texts.SelectMany(Forms)),
        Surety = SuretyClassifier.Train(texts),
        Slots = Slots.ToDictionary(s => s.Key, s => Learn(s.Value.Trainer, texts.SelectMany(s.Value.Teach)), StringComparer.Ordinal),
    };

    /// <summary>The type of the incident that an entity belongs to.</summary>
    public static SparseClassifier LearnTypes(IReadOnlyList<PreparedText> texts) => new SparseTrainer().Train(IncidentModel.Types.Length, texts.SelectMany(TypesOf));

    private static IEnumerable<SparseExample> TypesOf(PreparedText text) =>
        from entity in Told(text)
        from type in entity.Fillers.Select(f => Array.IndexOf(IncidentModel.Types, text.Text.Key[f.Template].Type)).Where(t => t >= 0).Distinct()
        select new SparseExample(entity.Features, type);

    private static IEnumerable<SparseExample> IncidentTypes(PreparedText text, Opinion opinion) =>
        from key in Enumerable.Range(0, text.Text.Key.Count)
        let type = Array.IndexOf(IncidentModel.Types, text.Text.Key[key].Type)
        where type >= 0
        select new SparseExample(new SlotFeatures(text.Text).Incident(opinion, Members(text, key)), type);

    private static List<Entity> Told(PreparedText text) => [.. text.Entities.Where(e => e.Role != IncidentRole.None)];

    private static IEnumerable<SparseExample> SamePairs(PreparedText text)
    {
        var pairs = new EntityPairs(text.Text);
        var bag = new Features();
        var told = Told(text);
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                if (told[i].Role != told[j].Role || !Share(told[i], told[j])) continue;
                bag.Clear();
                pairs.WriteSame(told[i], told[j], told[i].Role, bag);
                yield return new SparseExample(bag.ToArray(), told[i].Fillers.Overlaps(told[j].Fillers) ? 1 : 0);
            }
        }
    }

    private static bool Share(Entity a, Entity b) => a.Fillers.Any(f => b.Fillers.Any(g => g.Template == f.Template));

    private static IEnumerable<SparseExample> Forms(PreparedText text)
    {
        var bag = new Features();
        foreach (var entity in Told(text))
        {
            var right = RightForms(text, entity);
            foreach (var phrase in entity.Phrases)
            {
                foreach (var form in PhraseForms.Of(text.Text, phrase, entity.Role))
                {
                    bag.Clear();
                    PhraseForms.Write(text.Text, phrase, form, entity.Role, bag);
                    yield return new SparseExample(bag.ToArray(), right.Contains(KeyLabels.Folded(text.Text.TextOf(form))) ? 1 : 0);
                }
            }
        }
    }

    /// <summary>The words that the key gives for an entity, folded.</summary>
    public static HashSet<string> RightForms(PreparedText text, Entity entity) =>
        entity.Fillers.SelectMany(f => ValuesOf(text.Text.Key[f.Template], f.Slot, f.Filler)).Select(KeyLabels.Folded).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> ValuesOf(KeyTemplate key, string slot, int filler) => slot == KeyLabels.PlaceSlot
        ? key[slot][filler].Alternatives.SelectMany(a => a.Places)
        : key[slot][filler].Values;

    /// <summary>Of each set slot what a text teaches.</summary>
    public static IReadOnlyDictionary<string, (SparseNetworkTrainer Trainer, Func<PreparedText, IEnumerable<(uint[] Features, string? Value)>> Teach)> Slots { get; } = new Dictionary<string, (SparseNetworkTrainer, Func<PreparedText, IEnumerable<(uint[], string?)>>)>(StringComparer.Ordinal)
    {
        ["hum_type"] = (s_kinds, t => OfEntities("hum_type", t, IsHuman, isForced: true, Kind)),
        ["hum_effect"] = (s_slots, t => OfEntities("hum_effect", t, IsHuman, isForced: false, Befallen)),
        ["phys_type"] = (s_kinds, t => OfEntities("phys_type", t, r => r == IncidentRole.PhysicalTarget, isForced: true, Kind)),
        ["phys_effect"] = (s_slots, t => OfEntities("phys_effect", t, r => r == IncidentRole.PhysicalTarget, isForced: false, Befallen)),
        ["instrument_type"] = (s_kinds, t => OfEntities("instrument_type", t, r => r == IncidentRole.Instrument, isForced: true, Kind)),
        ["incident_location"] = (s_kinds, t => t.Text.Key.Select((k, i) => (CountryFeatures.Of(t.Text, Members(t, i).Where(m => m.Role == IncidentRole.Place).Select(m => m.Entity)), k.First("incident_location")?.Alternatives[0].Country))),
        ["incident_stage"] = (s_slots, t => OfIncidents(t, k => k.First("incident_stage")?.Values[0])),
        ["perp_category"] = (s_slots, t => OfIncidents(t, k => k.First("perp_category")?.Values[0] ?? "")),
        [TemplateFiller.UnnamedInstrument] = (s_slots, t => OfIncidents(t, k => k["instrument_id"].Count > 0 ? null : k.First("instrument_type")?.Values[0] ?? "")),
    };

    private static bool IsHuman(IncidentRole role) => role is IncidentRole.HumanName or IncidentRole.HumanDescription;

    private static uint[] Befallen(SlotFeatures _, PreparedText text, Entity entity, int key) => SlotFeatures.Befallen(entity, text.Text.Key[key].Type);

    private static uint[] Kind(SlotFeatures features, PreparedText text, Entity entity, int key) => features.Kind(entity);

    public static SlotClassifier Learn(SparseNetworkTrainer trainer, IEnumerable<(uint[] Features, string? Value)> from)
    {
        var rows = from.Where(r => r.Value is not null).ToList();
        string[] values = [.. rows.CountBy(r => r.Value!).Where(c => c.Value >= 2).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        var index = values.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i, StringComparer.Ordinal);
        return new SlotClassifier(trainer.Train(values.Length, rows.Where(r => index.ContainsKey(r.Value!)).Select(r => new SparseExample(r.Features, index[r.Value!]))), values);
    }

    /// <summary>Whom the key names in a template.</summary>
    public static List<(Entity Entity, IncidentRole Role)> Members(PreparedText text, int template) =>
        [.. text.Entities.Where(e => e.Fillers.Any(f => f.Template == template)).Select(e => (e, e.Role))];

    private static IEnumerable<(uint[], string?)> OfIncidents(PreparedText text, Func<KeyTemplate, string?> value) =>
        text.Text.Key.Select((k, i) => (new SlotFeatures(text.Text).Incident(k.Type, Members(text, i)), value(k)));

    /// <summary>A slot whose values refer to the fillers of a string slot.</summary>
    /// <param name="isForced">An entity without a value teaches nothing; otherwise it teaches the empty value.</param>
    private static IEnumerable<(uint[], string?)> OfEntities(string slot, PreparedText text, Func<IncidentRole, bool> isOf, bool isForced, Func<SlotFeatures, PreparedText, Entity, int, uint[]> look)
    {
        var writer = new SlotFeatures(text.Text);
        return AnswersOf(slot, text, isOf, isForced).Select(v => (look(writer, text, v.Entity, v.Template), (string?)v.Value));
    }

    /// <summary>The values that the key gives of entities in templates; the empty one where it gives none and that is an answer.</summary>
    public static IEnumerable<(Entity Entity, int Template, string Value)> AnswersOf(string slot, PreparedText text, Func<IncidentRole, bool> isOf, bool isForced)
    {
        foreach (var entity in text.Entities.Where(e => isOf(e.Role)))
        {
            foreach (var fillers in entity.Fillers.GroupBy(f => f.Template))
            {
                var key = text.Text.Key[fillers.Key];
                var names = fillers.SelectMany(f => key[f.Slot][f.Filler].Alternatives).SelectMany(a => a.References.Append(a.Value)).Select(KeyLabels.Folded).ToHashSet(StringComparer.Ordinal);
                var values = key[slot].Where(v => v.Alternatives.Any(a => a.References.Any(r => names.Contains(KeyLabels.Folded(r))))).Select(v => v.Values[0]).Distinct().ToList();
                if (values.Count == 0 && !isForced) values.Add("");
                foreach (var value in values) yield return (entity, fillers.Key, value);
            }
        }
    }
}
