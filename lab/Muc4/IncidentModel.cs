namespace Ascribe.Lab.Muc4;

/// <summary>The classifiers that fill templates; <see cref="IncidentTrainer"/> makes them.</summary>
internal sealed class IncidentModel
{
    /// <summary>The files of the weights, in the order of <see cref="Write"/>; no file may be larger than 8 MB.</summary>
    public static readonly string[] FileNames = ["incidents-phrases", "incidents-entities", "incidents"];

    /// <summary>Of the types of the task those with enough examples.</summary>
    public static readonly string[] Types = ["ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"];

    /// <summary>Exponent of a phrase's own probability where the words for its entity are chosen.</summary>
    private const float MentionShare = 0.35f;

    public static readonly int Roles = Enum.GetValues<IncidentRole>().Length;

    public required FirstClassifiers First { get; init; }

    /// <summary>The role of an entity, with <see cref="RoleEvidence"/>.</summary>
    public required SparseNetwork Second { get; init; }

    /// <summary>The role of an entity, once more.</summary>
    public required RoleForests Third { get; init; }

    /// <summary>Whether the document reports an incident, with <see cref="RelevanceEvidence"/>.</summary>
    public required SparseClassifier Relevance { get; init; }

    /// <summary>The type of the incident that an entity belongs to.</summary>
    public required SparseClassifier EntityType { get; init; }

    /// <summary>The type of an incident.</summary>
    public required SparseNetwork IncidentType { get; init; }

    /// <summary>Whether two entities belong to one incident.</summary>
    public required PairClassifier Pairs { get; init; }

    /// <summary>Whether two entities with one role in one incident are the same.</summary>
    public required SparseClassifier Same { get; init; }

    /// <summary>Whether the key would give a form of a phrase.</summary>
    public required SparseNetwork Forms { get; init; }

    /// <summary>How surely an organisation is named as the doer.</summary>
    public required SuretyClassifier Surety { get; init; }

    /// <summary>The values of the other set slots.</summary>
    public required IReadOnlyDictionary<string, SlotClassifier> Slots { get; init; }

    public Opinion Judge(PreparedText text)
    {
        var first = First.Judge(text);
        var second = first with { Roles = [.. RoleEvidence.Of(text, first).Select(f => Second.Predict(f))] };
        var third = Third.Judge(text, second);
        return third with { Relevance = Relevance.Predict(RelevanceEvidence.Of(third))[1] };
    }

    /// <summary>The words that name an entity as the key would.</summary>
    /// <param name="phrases">What each of its phrases is, likely.</param>
    public string Form(IncidentText text, Entity entity, float[][] phrases, IncidentRole role)
    {
        var bag = new Features();
        var (best, highest) = ("", -1f);
        for (var i = 0; i < entity.Phrases.Count; i++)
        {
            // Rather a phrase that tells of the incident than one that happens to have the same head.
            var phrase = entity.Phrases[i];
            var weight = MathF.Pow(phrases[i][(int)role] + 0.02f, MentionShare);
            foreach (var form in PhraseForms.Of(text, phrase, role))
            {
                bag.Clear();
                PhraseForms.Write(text, phrase, form, role, bag);
                var p = Forms.Predict(bag.ToArray())[1];
                // Of a person the fullest name, as long as it is one.
                if (p > 0.4f && (role == IncidentRole.HumanName || role == IncidentRole.PerpetratorIndividual && phrase.IsName)) p += form.Count;
                p *= weight;
                if (p > highest) (best, highest) = (text.TextOf(form), p);
            }
        }

        return best;
    }

    /// <summary>Writes one of the files: the role of a phrase; what else looks at the text alone; the rest, one after the other, with the number of slots (a byte) and each with its name.</summary>
    /// <param name="file">Index in <see cref="FileNames"/>.</param>
    public void Write(int file, Stream stream)
    {
        if (file == 0) First.Mentions.Write(stream);
        else if (file == 1) First.Write(stream);
        else WriteRest(stream);
    }

    private void WriteRest(Stream stream)
    {
        foreach (var network in new[] { Second, Forms, IncidentType }) network.Write(stream);
        foreach (var classifier in new[] { Relevance, EntityType, Same }) classifier.Write(stream);
        Pairs.Write(stream);
        Surety.Write(stream);
        Third.Write(stream);
        stream.WriteByte((byte)Slots.Count);
        foreach (var (slot, classifier) in Slots.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            SlotClassifier.WriteText(stream, slot);
            classifier.Write(stream);
        }
    }

    /// <param name="first">What the first two files hold.</param>
    /// <param name="stream">The third.</param>
    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static IncidentModel Read(FirstClassifiers first, Stream stream)
    {
        var model = new IncidentModel
        {
            First = first,
            Second = SparseNetwork.Read(stream),
            Forms = SparseNetwork.Read(stream),
            IncidentType = SparseNetwork.Read(stream),
            Relevance = SparseClassifier.Read(stream),
            EntityType = SparseClassifier.Read(stream),
            Same = SparseClassifier.Read(stream),
            Pairs = PairClassifier.Read(stream),
            Surety = SuretyClassifier.Read(stream),
            Third = RoleForests.Read(stream),
            Slots = new Dictionary<string, SlotClassifier>(StringComparer.Ordinal),
        };
        var slots = (Dictionary<string, SlotClassifier>)model.Slots;
        for (var left = stream.ReadByte(); left > 0; left--) slots[SlotClassifier.ReadText(stream)] = SlotClassifier.Read(stream);
        return model;
    }
}
