using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trains the weights of <see cref="EventTimeReader"/> on labelled reports. Of an event word inside the words of an incident that time is right
/// that the label quotes, else one that lies within the incident's days; where the sentence has none, none is.
/// </summary>
internal sealed class EventTimeTrainer
{
    private const int Passes = 15;

    private readonly EventTimeReader _reader = EventTimeReader.Load("en");
    private readonly List<(string Id, Reading Reading, GoldMentions Gold)> _reports = [];

    /// <param name="gold">The labels; the reports are in <c>reports.jsonl</c> beside them.</param>
    public EventTimeTrainer(string gold)
    {
        var labels = GoldIncidents.Read(gold).ToDictionary(g => g.Id, StringComparer.Ordinal);
        var reader = RecordReader.Load();
        foreach (var report in CorpusFiles.Objects(Path.Combine(Path.GetDirectoryName(gold)!, "reports.jsonl")).Select(ReportObjects.Read))
        {
            if (!labels.TryGetValue(report.Id, out var incidents)) continue;
            var reading = reader.ReadLayers(report);
            _reports.Add((report.Id, reading, new GoldMentions(reading.Mentions.Document, incidents)));
        }
    }

    public IEnumerable<string> Ids => _reports.Select(r => r.Id);

    /// <param name="keep">Which reports to learn from, by id.</param>
    public ChoiceWeights<EventTimeFeature> Train(Func<string, bool> keep)
    {
        var trainer = new ChoiceTrainer<EventTimeFeature>();
        var order = _reports.Where(r => keep(r.Id)).ToArray();
        var random = new Random(1);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var (_, reading, gold) in order)
                _reader.Assign(reading.Mentions, [.. reading.EventMentions], (mention, options) => Choose(trainer, gold, mention, options));
            trainer.EndPass();
        }

        return trainer.Mean();
    }

    private static int Choose(ChoiceTrainer<EventTimeFeature> trainer, GoldMentions gold, EventMention mention, EventTimeOptions options)
    {
        var told = gold.At(mention.Tokens);
        if (told.Count == 0) return options.None;
        Span<bool> right = stackalloc bool[options.None + 1];
        for (var o = 0; o < options.None; o++) right[o] = told.Any(incident => gold.IsDate(incident, options[o]!));
        if (!right.Contains(true))
        {
            for (var o = 0; o < options.None; o++) right[o] = told.Any(incident => gold.IsWithinDate(incident, options[o]!));
        }

        right[options.None] = !right.Contains(true);
        return trainer.Learn(options.Features, right);
    }
}
