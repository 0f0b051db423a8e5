namespace Ascribe.Lab.Muc4;

/// <summary>The classifiers of the first step: they look at the text alone.</summary>
/// <param name="Relevance">Whether the document reports an incident.</param>
/// <param name="Types">Whether it reports one of a type.</param>
/// <param name="Mentions">The role of a phrase.</param>
/// <param name="Entities">The role of an entity.</param>
internal sealed record FirstClassifiers(SparseClassifier Relevance, SparseClassifier[] Types, SparseNetwork Mentions, SparseNetwork Entities)
{
    public static FirstClassifiers Train(IReadOnlyList<PreparedText> texts) => new(
        SparseTrainer.Documents.Train(2, texts.Select(t => new SparseExample(t.Features, t.Text.Key.Count > 0 ? 1 : 0))),
        [.. IncidentModel.Types.Select(type => SparseTrainer.Documents.Train(2, texts.Select(t => new SparseExample(t.Features, t.Text.Key.Any(k => k.Type == type) ? 1 : 0))))],
        new SparseNetworkTrainer { Passes = 4 }.Train(IncidentModel.Roles, texts.SelectMany(t => t.Entities).SelectMany(e => e.Mentions.Select((m, i) => new SparseExample(m, (int)e.MentionRoles[i])))),
        new SparseNetworkTrainer().Train(IncidentModel.Roles, texts.SelectMany(t => t.Entities).Select(e => new SparseExample(e.Features, (int)e.Role))));

    public Opinion Judge(PreparedText text) => new(
        Relevance.Predict(text.Features)[1],
        [.. Types.Select(m => m.Predict(text.Features)[1])],
        [.. text.Entities.Select(e => Entities.Predict(e.Features))],
        [.. text.Entities.Select(e => e.Mentions.Select(m => Mentions.Predict(m)).ToArray())]);

    /// <summary>All but <see cref="Mentions"/>, which are as large as the rest and lie in a file of their own.</summary>
    public void Write(Stream stream)
    {
        Relevance.Write(stream);
        foreach (var type in Types) type.Write(stream);
        Entities.Write(stream);
    }

    /// <param name="stream">What <see cref="Write"/> wrote.</param>
    /// <param name="mentions">The role of a phrase.</param>
    public static FirstClassifiers Read(Stream stream, SparseNetwork mentions)
    {
        var relevance = SparseClassifier.Read(stream);
        var types = new SparseClassifier[IncidentModel.Types.Length];
        for (var t = 0; t < types.Length; t++) types[t] = SparseClassifier.Read(stream);
        return new FirstClassifiers(relevance, types, mentions, SparseNetwork.Read(stream));
    }
}
