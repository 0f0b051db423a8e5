using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Records;

/// <summary>The mentions of one report, with look-up by token: what the event and claim steps stand on.</summary>
internal sealed class ReportMentions
{
    private readonly ActorIndex _actors;
    private readonly Dictionary<int, CountMention> _countByCounted = [];

    public ReportMentions(
        ReportDocument report,
        IReadOnlyList<TimeMention> times,
        IReadOnlyList<PlaceMention> places,
        IReadOnlyList<CountMention> counts,
        IReadOnlyList<ActorChain> chains)
    {
        Report = report;
        Times = times;
        Places = [.. places.Where(p => !NamesGroup(p, chains))];
        Counts = counts;
        Chains = chains;
        _actors = new ActorIndex(chains);
        foreach (var count in counts)
        {
            if (count.Counted >= 0 && !count.IsPart) _countByCounted.TryAdd(count.Counted, count);
        }
    }

    /// <summary>"the Camilo Torres front": what no gazetteer has is no place where it names an armed group.</summary>
    private static bool NamesGroup(PlaceMention place, IReadOnlyList<ActorChain> chains)
    {
        if (place.Place.GazetteerId is not null) return false;
        foreach (var chain in chains)
        {
            if (chain.Kind == ActorKind.ArmedGroup && chain.Mentions.Any(m => m.Tokens.Contains(place.Tokens))) return true;
        }

        return false;
    }

    public ReportDocument Report { get; }

    public Document Document => Report.Document;

    public IReadOnlyList<TimeMention> Times { get; }

    public IReadOnlyList<PlaceMention> Places { get; }

    public IReadOnlyList<CountMention> Counts { get; }

    public IReadOnlyList<ActorChain> Chains { get; }

    /// <summary>Index of the chain that is mentioned with this head token, or -1.</summary>
    public int ChainAt(int head) => _actors.ChainAt(head);

    /// <summary>The index of the first chain with a mention inside the tokens, or -1.</summary>
    public int ChainIn(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_actors.ChainAt(t) is >= 0 and var chain) return chain;
        }

        return -1;
    }

    /// <summary>The chain of a speaker: a person named in the phrase before the description at its head; -1: nobody known.</summary>
    public int SpeakerAt(TokenRange source, int head)
    {
        if (source.IsEmpty) return -1;
        var chain = head >= 0 ? ChainAt(head) : -1;
        if (chain >= 0 && (Chains[chain].IsNamed || !source.Contains(head))) return chain;
        for (var t = source.First; t < source.End && Document[t].Tag != PartOfSpeech.Comma; t++)
        {
            if (ChainAt(t) is >= 0 and var named && Chains[named] is { IsNamed: true, Kind: ActorKind.Person } && Covers(named, t, head)) return named;
        }

        return chain >= 0 ? chain : ChainIn(source);
    }

    /// <summary>The words of a chain's mention with this head token; the token itself where it has none.</summary>
    public TokenRange MentionAt(int chain, int head)
    {
        foreach (var mention in Chains[chain].Mentions)
        {
            if (mention.Head == head) return mention.Tokens;
        }

        return TokenRange.Of(head);
    }

    private bool Covers(int chain, int head, int token)
    {
        foreach (var mention in Chains[chain].Mentions)
        {
            if (mention.Head == head) return mention.Tokens.Contains(token);
        }

        return false;
    }

    /// <summary>True for a word of a time: "Monday" of "on Monday".</summary>
    public bool IsInTime(int token)
    {
        foreach (var time in Times)
        {
            if (time.Tokens.Contains(token)) return true;
        }

        return false;
    }

    /// <summary>The explicit count of a noun, or null.</summary>
    public CountMention? CountAt(int noun) => _countByCounted.GetValueOrDefault(noun);

    /// <summary>
    /// How many the noun phrase of a head speaks of: its explicit count; 1 for a singular noun or a person's name; open for a plural
    /// without number.
    /// </summary>
    public CountRange CountOf(int head)
    {
        if (_countByCounted.TryGetValue(head, out var mention)) return mention.Count;
        return Document[head].Tag is PartOfSpeech.NN or PartOfSpeech.NNP or PartOfSpeech.PRP ? CountRange.Exactly(1) : new CountRange(null, null);
    }

    /// <summary>"four of the attackers", "dozens of villagers", "a total of 14 farmers": the noun that the number before "of" counts; any other word itself.</summary>
    public int CountedBy(int head)
    {
        foreach (var count in Counts)
        {
            if (count.Tokens.Contains(head) && count.Counted >= count.Tokens.End) return count.Counted;
        }

        return head;
    }

    /// <summary>A phrase without its determiner and number: "the US embassy" → "US embassy", "dozens of farmers" → "farmers".</summary>
    public string NameOf(TokenRange tokens)
    {
        var first = tokens.First;
        foreach (var count in Counts)
        {
            if (count.Tokens.First <= first && count.Tokens.End > first && count.Tokens.End < tokens.End) first = count.Tokens.End;
        }

        if (first > tokens.First && first < tokens.End - 1 && Document[first].Tag == PartOfSpeech.IN) first++;
        while (first < tokens.End - 1 && Document[first].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.CD or PartOfSpeech.PDT) first++;
        // "16-year-old boy" is no number of boys.
        if (Document[first].Tag == PartOfSpeech.HYPH) first = tokens.First;
        return Document.TextOf(new TokenRange(first, tokens.End));
    }
}
