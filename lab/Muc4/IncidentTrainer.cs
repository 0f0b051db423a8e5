namespace Ascribe.Lab.Muc4;

/// <summary>Trains <see cref="IncidentModel"/> on documents with keys. What a classifier says of a document that another learns from was learnt without it.</summary>
internal static class IncidentTrainer
{
    private const int Folds = 5;

    private static readonly SparseNetworkTrainer s_slots = new() { Passes = 12, Rate = 0.04f, Dropout = 0.3f, Decay = 0.003f, LeastExamples = 2, Hidden = 16 };

    /// <summary>For what few words tell, and tell surely.</summary>
    private static readonly SparseNetworkTrainer s_kinds = s_slots with { Passes = 20, Rate = 0.08f, Dropout = 0.1f };

    /// <summary>For what many words tell a little of.</summary>
    private static readonly SparseNetworkTrainer s_surety = s_slots with { Passes = 20, Rate = 0.005f };

    public static IncidentModel Train(IReadOnlyList<PreparedText> texts)
    {
        var (first, second, opinions) = Readers(texts);
        return Rest(texts, first, second, opinions);
    }

    /// <summary>The classifiers of roles, and what such as learnt from the other folds say of each text.</summary>
    public static (FirstClassifiers First, SparseNetwork Second, Opinion[] Opinions) Readers(IReadOnlyList<PreparedText> texts)
    {
        var opinions = ByFolds<PreparedText, Opinion>(texts.Count, train => FirstClassifiers.Train([.. train.Select(i => texts[i])]).Judge, texts);
        uint[][][] evidence = [.. texts.Select((t, i) => RoleEvidence.Of(t, opinions[i]).ToArray())];
        SparseNetwork TrainSecond(IEnumerable<int> on) => new SparseNetworkTrainer().Train(IncidentModel.Roles, on.SelectMany(i => evidence[i].Select((f, e) => new SparseExample(f, (int)texts[i].Entities[e].Role))));
        var seconds = ByFolds<uint[][], float[][]>(texts.Count, train =>
        {
            var second = TrainSecond(train);
            return features => features.Select(f => second.Predict(f)).ToArray();
        }, evidence);
        return (FirstClassifiers.Train(texts), TrainSecond(Enumerable.Range(0, texts.Count)), [.. opinions.Select((o, i) => o with { Roles = seconds[i] })]);
    }

    /// <summary>What comes behind the roles.</summary>
    /// <param name="opinions">Of each text by classifiers that learnt without it.</param>
    public static IncidentModel Rest(IReadOnlyList<PreparedText> texts, FirstClassifiers first, SparseNetwork second, IReadOnlyList<Opinion> opinions)
    {
        var types = new SparseTrainer().Train(IncidentModel.Types.Length, texts.SelectMany(TypesOf));
        return new IncidentModel
        {
            First = first,
            Second = second,
            Relevance = (SparseTrainer.Documents with { Dropout = 0.3f }).Train(2, texts.Select((t, i) => new SparseExample(RelevanceEvidence.Of(opinions[i]), t.Text.Key.Count > 0 ? 1 : 0))),
            EntityType = types,
            IncidentType = s_slots.Train(IncidentModel.Types.Length, texts.SelectMany((t, i) => IncidentTypes(t, opinions[i]))),
            Together = new SparseTrainer().Train(2, texts.SelectMany(t => Pairs(t, types))),
            Same = new SparseTrainer().Train(2, texts.SelectMany(SamePairs)),
            Forms = new SparseNetworkTrainer { Dropout = 0.2f, Rate = 0.06f }.Train(2, texts.SelectMany(Forms)),
            Slots = Slots.ToDictionary(s => s.Key, s => Learn(s.Value.Trainer, texts.SelectMany(s.Value.Teach)), StringComparer.Ordinal),
        };
    }

    /// <summary>What is said of each item by what was learnt from the items of the other folds.</summary>
    private static TSaid[] ByFolds<TItem, TSaid>(int count, Func<IEnumerable<int>, Func<TItem, TSaid>> train, IReadOnlyList<TItem> items)
    {
        var said = new TSaid[count];
        Parallel.For(0, Folds, fold =>
        {
            var judge = train(Enumerable.Range(0, count).Where(i => i % Folds != fold));
            for (var i = fold; i < count; i += Folds) said[i] = judge(items[i]);
        });
        return said;
    }

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

    private static IEnumerable<SparseExample> Pairs(PreparedText text, SparseClassifier types)
    {
        var pairs = new EntityPairs(text.Text);
        var bag = new Features();
        var told = Told(text);
        var of = told.ConvertAll(e => types.Predict(e.Features) is var p ? IncidentModel.Types[Array.IndexOf(p, p.Max())] : "");
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                bag.Clear();
                pairs.Write(told[i], told[i].Role, told[j], told[j].Role, of[i], of[j], bag);
                // A document of many entities has many pairs: it shall not count for more than it tells.
                yield return new SparseExample(bag.ToArray(), Share(told[i], told[j]) ? 1 : 0, 1 / MathF.Sqrt(told.Count));
            }
        }
    }

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
        ["perp_org_confidence"] = (s_surety, t => OfEntities("perp_org_confidence", t, r => r == IncidentRole.PerpetratorOrganization, isForced: true, (_, text, e, k) => new SuretyFeatures(text.Text).Of(e, Members(text, k)))),
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
    private static List<(Entity Entity, IncidentRole Role)> Members(PreparedText text, int template) =>
        [.. text.Entities.Where(e => e.Fillers.Any(f => f.Template == template)).Select(e => (e, e.Role))];

    private static IEnumerable<(uint[], string?)> OfIncidents(PreparedText text, Func<KeyTemplate, string?> value) =>
        text.Text.Key.Select((k, i) => (new SlotFeatures(text.Text).Incident(k.Type, Members(text, i)), value(k)));

    /// <summary>A slot whose values refer to the fillers of a string slot.</summary>
    /// <param name="isForced">An entity without a value teaches nothing; otherwise it teaches the empty value.</param>
    private static IEnumerable<(uint[], string?)> OfEntities(string slot, PreparedText text, Func<IncidentRole, bool> isOf, bool isForced, Func<SlotFeatures, PreparedText, Entity, int, uint[]> look)
    {
        var writer = new SlotFeatures(text.Text);
        foreach (var entity in text.Entities.Where(e => isOf(e.Role)))
        {
            foreach (var fillers in entity.Fillers.GroupBy(f => f.Template))
            {
                var key = text.Text.Key[fillers.Key];
                var names = fillers.SelectMany(f => key[f.Slot][f.Filler].Alternatives).SelectMany(a => a.References.Append(a.Value)).Select(KeyLabels.Folded).ToHashSet(StringComparer.Ordinal);
                var values = key[slot].Where(v => v.Alternatives.Any(a => a.References.Any(r => names.Contains(KeyLabels.Folded(r))))).Select(v => v.Values[0]).Distinct().ToList();
                if (values.Count == 0 && !isForced) values.Add("");
                foreach (var value in values) yield return (look(writer, text, entity, fillers.Key), value);
            }
        }
    }
}
