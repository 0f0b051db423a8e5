using System.Runtime.InteropServices;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>
/// Gives each event mention the time of its sentence at which it happened, where one is told: a linear model over <see cref="EventTimeFeature"/>
/// chooses (weights: <c>lab train event-times</c>).
/// </summary>
internal sealed class EventTimeReader
{
    /// <summary>By so much, in log odds, a time must beat the sentence's telling none: the best of 0, 0.6 and 1.2 by folds (record F).</summary>
    private const float Margin = 0.6f;

    private readonly TimeOwners _owners;
    private readonly ChoiceWeights<EventTimeFeature> _weights;

    private EventTimeReader(TimeOwners owners, ChoiceWeights<EventTimeFeature> weights)
    {
        _owners = owners;
        _weights = weights;
    }

    /// <param name="weights">In place of those that ship, or null.</param>
    public static EventTimeReader Load(string language, ChoiceWeights<EventTimeFeature>? weights = null) =>
        new(TimeOwners.Load(language), weights ?? ChoiceWeights<EventTimeFeature>.Load("event-times"));

    public void Assign(ReportMentions mentions, List<EventMention> events) => Assign(mentions, events, (_, options) => _weights.Best(options.Features, options.None, Margin));

    /// <param name="events">In text order.</param>
    /// <param name="choose">Says which of its options an event takes.</param>
    public void Assign(ReportMentions mentions, List<EventMention> events, Func<EventMention, EventTimeOptions, int> choose)
    {
        var options = new EventTimeOptions(_owners);
        var times = new List<TimeMention>();
        var next = 0;
        for (var first = 0; first < events.Count;)
        {
            var sentence = events[first].Sentence;
            var end = first;
            while (end < events.Count && events[end].Sentence == sentence) end++;
            var tokens = mentions.Document.SentenceTokens(sentence);
            times.Clear();
            while (next < mentions.Times.Count && mentions.Times[next].Tokens.First < tokens.First) next++;
            for (; next < mentions.Times.Count && mentions.Times[next].Tokens.First < tokens.End; next++) times.Add(mentions.Times[next]);
            if (times.Count > 0)
            {
                var inSentence = CollectionsMarshal.AsSpan(events)[first..end];
                foreach (var mention in inSentence)
                {
                    options.Read(mentions, inSentence, mention, CollectionsMarshal.AsSpan(times));
                    mention.Time = options[choose(mention, options)];
                    mention.HasLooseTime = mention.Time is { } time && TimeOwners.IsLoose(mentions.Document, inSentence, mention, time);
                }
            }

            first = end;
        }
    }
}
