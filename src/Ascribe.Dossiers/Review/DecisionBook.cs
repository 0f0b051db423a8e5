namespace Ascribe.Dossiers.Review;

/// <summary>The decisions of a ledger that hold, found by what they are about.</summary>
public sealed class DecisionBook
{
    private readonly Dictionary<MentionKey, List<DecisionEntry>> _byMention = [];
    private readonly Dictionary<string, DecisionEntry> _marks = new(StringComparer.Ordinal);

    private DecisionBook(IReadOnlyList<DecisionEntry> holding)
    {
        Holding = holding;
        foreach (var entry in holding)
        {
            if (entry.Decision is MarkDecision mark) _marks[mark.Of] = entry;
            foreach (var mention in MentionsOf(entry.Decision).Distinct())
            {
                if (!_byMention.TryGetValue(mention, out var about)) _byMention[mention] = about = [];
                about.Add(entry);
            }
        }
    }

    /// <summary>Those that no later one undoes, in the order in which they were made. An undo of an undo brings the first back.</summary>
    public IReadOnlyList<DecisionEntry> Holding { get; }

    /// <param name="all">All decisions of a ledger, in their order.</param>
    public static DecisionBook Of(IReadOnlyList<DecisionEntry> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var undone = new HashSet<long>();
        foreach (var entry in all.Reverse())
        {
            if (entry.Decision is UndoDecision undo && !undone.Contains(entry.Sequence)) undone.Add(undo.Undoes);
        }

        return new DecisionBook([.. all.Where(e => e.Decision is not UndoDecision && !undone.Contains(e.Sequence))]);
    }

    /// <summary>How far a report may be passed on.</summary>
    public Tlp MarkingOf(string report) => _marks.TryGetValue(report, out var entry) ? ((MarkDecision)entry.Decision).Marking : Tlp.Clear;

    /// <summary>Whether values of the mentions were decided about.</summary>
    internal bool Judges(IEnumerable<MentionKey> mentions) => _byMention.Count > 0 && About(mentions).Any(a => a.Decision is ValueDecision or AddDecision);

    /// <summary>The reports that may not be passed on as far as the marking allows.</summary>
    public IEnumerable<string> ReportsStricterThan(Tlp marking) => _marks.Where(m => ((MarkDecision)m.Value.Decision).Marking > marking).Select(m => m.Key);

    /// <summary>How far the review of the dossier with these mentions is.</summary>
    public ReviewStatus ReviewOf(IEnumerable<MentionKey> mentions)
    {
        var about = About(mentions).Select(a => a.Decision).Where(d => d is StateDecision or AssignDecision).ToList();
        return new ReviewStatus(
            about.OfType<StateDecision>().LastOrDefault()?.State ?? ReviewState.New, about.OfType<AssignDecision>().LastOrDefault()?.To, about.LastOrDefault()?.Signed.At);
    }

    /// <summary>What was decided about the mentions and their reports, in the order in which it was.</summary>
    internal IReadOnlyList<DecisionEntry> About(IEnumerable<MentionKey> mentions)
    {
        var about = new SortedDictionary<long, DecisionEntry>();
        foreach (var mention in mentions)
        {
            foreach (var entry in _byMention.GetValueOrDefault(mention) ?? []) about[entry.Sequence] = entry;
            if (_marks.TryGetValue(mention.Report, out var mark)) about[mark.Sequence] = mark;
        }

        return [.. about.Values];
    }

    /// <summary>The mentions that a decision names.</summary>
    public static IEnumerable<MentionKey> MentionsOf(Decision decision) => decision switch
    {
        IncidentDecision d => d.First.Concat(d.Second),
        ValueDecision d => [d.Mention],
        AddDecision d => [d.Mention],
        StateDecision d => [d.Mention],
        AssignDecision d => [d.Mention],
        _ => [],
    };
}
