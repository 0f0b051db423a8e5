using System.Runtime.InteropServices;
using Ascribe.Language.Models;

namespace Ascribe.Language.Coreference;

/// <summary>
/// The candidates for the antecedent of each mention and what is to be seen of a pair. The features follow Durrett and Klein (2013), "Easy victories
/// and uphill battles in coreference resolution": surface features joined with the kinds of the two mentions, with ties of words besides.
/// Mentions must be visited in their order.
/// </summary>
internal sealed class AntecedentFeatures
{
    /// <summary>The most features of a pair or a mention.</summary>
    public const int Most = 48;

    /// <summary>How many mentions back an antecedent may lie that shares no word with the mention.</summary>
    public const int Window = 10;

    /// <summary>The same for a pronoun, which has no other candidates.</summary>
    public const int PronounWindow = 30;

    /// <summary>How many earlier mentions with the same word are looked at, the nearest first.</summary>
    public const int SameWord = 8;

    private readonly MentionTable _table;
    private readonly Document _document;
    private readonly Dictionary<uint, int> _lastWith = [];
    private readonly List<(int Mention, int Before)> _chain = [];
    private readonly Dictionary<uint, int> _texts = [];
    private readonly int[] _seenFor;

    public AntecedentFeatures(MentionTable table)
    {
        _table = table;
        _document = table.Document;
        _seenFor = new int[table.Traits.Length];
        Array.Fill(_seenFor, -1);
    }

    /// <summary>Writes the candidates of a mention, nearest first where they lie in the window.</summary>
    public void Candidates(int mention, List<int> candidates)
    {
        candidates.Clear();
        ref readonly var traits = ref _table.Traits[mention];
        var isPronoun = traits.Pronoun != 0;
        for (int a = mention - 1, seen = 0; a >= 0 && seen < (isPronoun ? PronounWindow : Window); a--)
        {
            if (!isPronoun && _table.Traits[a].Pronoun != 0) continue;
            seen++;
            Take(a, mention, candidates);
        }

        if (isPronoun) return;
        TakeWith(traits.HeadWord, mention, candidates);
        if (traits.Mention.Kind == MentionKind.Name)
        {
            foreach (var word in _table.WordsOf(traits)) TakeWith(word, mention, candidates);
        }

        if (traits.Acronym != 0) TakeWith(~traits.Acronym, mention, candidates);
        if (traits.Initials != 0) TakeWith(~traits.Initials, mention, candidates);
    }

    /// <summary>Lets a mention be a candidate of those after it.</summary>
    public void Add(int mention)
    {
        ref readonly var traits = ref _table.Traits[mention];
        if (traits.Pronoun != 0) return;
        Index(traits.HeadWord, mention);
        if (traits.Mention.Kind == MentionKind.Name)
        {
            foreach (var word in _table.WordsOf(traits)) Index(word, mention);
        }

        if (traits.Acronym != 0) Index(~traits.Acronym, mention);
        if (traits.Initials != 0) Index(~traits.Initials, mention);
        CollectionsMarshal.GetValueRefOrAddDefault(_texts, traits.Text, out _)++;
    }

    /// <summary>The features that speak for or against a mention's being the first of its chain.</summary>
    public int WriteNew(int mention, Span<uint> features)
    {
        ref readonly var m = ref _table.Traits[mention];
        var head = m.Mention.Head;
        var tokens = m.Mention.Tokens;
        var kind = KindOf(m);
        var relation = (uint)_document.Relations[head];
        var sameText = (uint)Math.Min(3, _texts.GetValueOrDefault(m.Text));
        var sameHead = (uint)Bucket(CountBefore(m.HeadWord));
        var total = (uint)Bucket(_table.CountOf(m.HeadWord));
        var length = (uint)Bucket(tokens.Count);
        var n = 0;
        features[n++] = FeatureHash.Mix(1, kind);
        features[n++] = FeatureHash.Mix(2, kind, m.Determiner);
        features[n++] = FeatureHash.Mix(3, kind, m.HeadWord);
        features[n++] = FeatureHash.Mix(4, kind, relation);
        features[n++] = FeatureHash.Mix(5, kind, length);
        features[n++] = FeatureHash.Mix(6, kind, sameText);
        features[n++] = FeatureHash.Mix(7, kind, sameHead, m.Determiner);
        features[n++] = FeatureHash.Mix(8, kind, total);
        features[n++] = FeatureHash.Mix(9, kind, m.NameKind, m.IsInsideName ? 1u : 0);
        features[n++] = FeatureHash.Mix(10, kind, _table.Lemmas[tokens.First]);
        features[n++] = FeatureHash.Mix(11, kind, tokens.First > 0 ? _table.Lemmas[tokens.First - 1] : 0);
        features[n++] = FeatureHash.Mix(12, kind, tokens.End < _document.Count ? _table.Lemmas[tokens.End] : 0);
        features[n++] = FeatureHash.Mix(13, kind, (m.HasClause ? 1u : 0) + (m.IsPlural ? 2u : 0), m.Determiner);
        features[n++] = FeatureHash.Mix(14, kind, (uint)Bucket(m.Sentence));
        features[n++] = FeatureHash.Mix(15, kind, _document.Heads[head] >= 0 ? _table.Lemmas[_document.Heads[head]] : 0);
        features[n++] = FeatureHash.Mix(16, kind, relation, (m.IsInsideName ? 1u : 0) + (2 * sameHead));
        features[n++] = FeatureHash.Mix(17, kind, sameText, length);
        features[n++] = FeatureHash.Mix(18, kind, (uint)_document.Tags[head], relation);
        features[n++] = FeatureHash.Mix(19, kind, relation, m.Determiner);
        features[n++] = FeatureHash.Mix(20, kind, sameText + (m.IsPlural ? 4u : 0), m.Determiner);
        features[n++] = FeatureHash.Mix(21, kind, sameText, sameHead + (m.HasClause ? 16u : 0));
        features[n++] = FeatureHash.Mix(22, kind, (uint)Math.Min(5, _table.CountOfText(m.Text)), total);
        features[n++] = FeatureHash.Mix(23, kind, SentencesSince(m), sameText);
        return n;
    }

    /// <summary>The features of a mention and a candidate.</summary>
    public int WritePair(int mention, int candidate, Span<uint> features)
    {
        ref readonly var m = ref _table.Traits[mention];
        ref readonly var a = ref _table.Traits[candidate];
        var (mHead, aHead) = (m.Mention.Head, a.Mention.Head);
        var kind = KindOf(m);
        var kinds = FeatureHash.Mix(99, kind, KindOf(a));
        var tie = (uint)Tie(m, a);
        var sentences = (uint)Bucket(m.Sentence - a.Sentence);
        var steps = (uint)Bucket(mention - candidate);
        var (mRelation, aRelation) = ((uint)_document.Relations[mHead], (uint)_document.Relations[aHead]);
        var structure = Structure(m, a);
        var numbers = (m.IsPlural ? 1u : 0) + (a.IsPlural ? 2u : 0);
        var names = m.NameKind + (8u * a.NameKind);
        var n = 0;
        features[n++] = FeatureHash.Mix(30, kinds, tie);
        features[n++] = FeatureHash.Mix(31, kinds, tie, sentences);
        features[n++] = FeatureHash.Mix(32, kinds, tie, steps);
        features[n++] = FeatureHash.Mix(33, a.Determiner + tie, m.Determiner);
        features[n++] = FeatureHash.Mix(35, names, tie);
        features[n++] = FeatureHash.Mix(36, numbers, tie, kinds);
        features[n++] = FeatureHash.Mix(39, kinds, structure);
        features[n++] = FeatureHash.Mix(41, kind, mRelation, aRelation);
        features[n++] = FeatureHash.Mix(47, kinds, sentences, structure);
        features[n++] = FeatureHash.Mix(48, kind, a.Determiner, aRelation);
        if (tie is (uint)WordTie.None or (uint)WordTie.OtherWord) features[n++] = FeatureHash.Mix(50, m.HeadWord, a.HeadWord);
        if (m.Pronoun != 0)
        {
            features[n++] = FeatureHash.Mix(60, kind, a.Pronoun, sentences);
            features[n++] = FeatureHash.Mix(61, kind, a.HeadWord);
            features[n++] = FeatureHash.Mix(62, kind, names + (64 * numbers), (uint)a.Mention.Kind);
            features[n++] = FeatureHash.Mix(63, kind, aRelation, mRelation + (64 * sentences));
            features[n++] = FeatureHash.Mix(38, kind, aRelation, tie);
            features[n++] = FeatureHash.Mix(40, tie, structure);
            features[n++] = FeatureHash.Mix(45, kind, (uint)Bucket(a.Mention.Tokens.Count), tie);
            features[n++] = FeatureHash.Mix(46, kinds, (uint)Bucket(_table.CountOf(a.HeadWord)));
            return n;
        }

        if (tie == (uint)WordTie.None)
        {
            features[n++] = FeatureHash.Mix(51, m.HeadWord, a.NameKind + (16u * numbers), m.Determiner);
            return n;
        }

        var differ = (uint)Differing(m, a);
        var insides = (m.IsInsideName ? 1u : 0) + (a.IsInsideName ? 2u : 0);
        features[n++] = FeatureHash.Mix(34, m.HeadWord, tie);
        features[n++] = FeatureHash.Mix(37, kind, mRelation, tie);
        features[n++] = FeatureHash.Mix(38, kind, aRelation, tie);
        features[n++] = FeatureHash.Mix(40, tie, structure);
        features[n++] = FeatureHash.Mix(42, kinds, differ, tie);
        features[n++] = FeatureHash.Mix(43, a.Determiner, m.Determiner, differ + (8 * tie));
        features[n++] = FeatureHash.Mix(44, kinds, insides, tie);
        features[n++] = FeatureHash.Mix(45, kind, (uint)Bucket(a.Mention.Tokens.Count), tie);
        features[n++] = FeatureHash.Mix(46, kinds, (uint)Bucket(_table.CountOf(a.HeadWord)));
        features[n++] = FeatureHash.Mix(49, tie, (uint)Bucket(m.WordsEnd - m.WordsFirst), (uint)Bucket(a.WordsEnd - a.WordsFirst));
        return n;
    }

    /// <summary>How the words of two mentions, the later one first, stand to each other.</summary>
    private WordTie Tie(in MentionTraits m, in MentionTraits a)
    {
        if (m.Pronoun != 0 || a.Pronoun != 0) return m.Text == a.Text ? WordTie.SameText : WordTie.None;
        if (m.Text == a.Text) return WordTie.SameText;
        var later = _table.WordsOf(m);
        var earlier = _table.WordsOf(a);
        var common = 0;
        foreach (var word in later)
        {
            if (earlier.Contains(word)) common++;
        }

        if (m.HeadWord == a.HeadWord)
        {
            if (later.Length == 0 && earlier.Length == 0) return WordTie.SameHeadAlone;
            if (common == later.Length) return WordTie.Shorter;
            if (common == earlier.Length) return WordTie.Longer;
            return common > 0 ? WordTie.SameHeadMixed : WordTie.SameHeadOther;
        }

        if ((m.Acronym != 0 && m.Acronym == a.Initials) || (a.Acronym != 0 && a.Acronym == m.Initials)) return WordTie.Acronym;
        if (earlier.Contains(m.HeadWord)) return WordTie.HeadInEarlier;
        if (later.Contains(a.HeadWord)) return WordTie.HeadInLater;
        return common > 0 ? WordTie.OtherWord : WordTie.None;
    }

    /// <summary>Bit 0: the later mention has content words of its own; bit 1: the earlier has.</summary>
    private int Differing(in MentionTraits m, in MentionTraits a)
    {
        var later = _table.WordsOf(m);
        var earlier = _table.WordsOf(a);
        var differ = 0;
        foreach (var word in later)
        {
            if (earlier.Contains(word)) continue;
            differ |= 1;
            break;
        }

        foreach (var word in earlier)
        {
            if (later.Contains(word)) continue;
            differ |= 2;
            break;
        }

        return differ;
    }

    /// <summary>What joins the two in the parse: 1 apposition, 2 copula, 3 the later within the earlier, 4 arguments of one word, 5 coordinated, 6 next to each other.</summary>
    private uint Structure(in MentionTraits m, in MentionTraits a)
    {
        if (m.Sentence != a.Sentence) return 0;
        var (mHead, aHead) = (m.Mention.Head, a.Mention.Head);
        var (ofM, ofA) = (_document.Heads[mHead], _document.Heads[aHead]);
        if (ofM == aHead && _document.Relations[mHead] == Dependency.Appos) return 1;
        if (ofA == mHead && _document.Relations[aHead].IsSubject()) return 2;
        if (a.Mention.Tokens.Contains(m.Mention.Tokens)) return 3;
        if (ofM == aHead && _document.Relations[mHead] == Dependency.Conj) return 5;
        if (ofM >= 0 && ofM == ofA) return 4;
        if (ofA == mHead) return 6;
        return ofM == aHead ? 7u : 8u;
    }

    private static uint KindOf(in MentionTraits traits) => traits.Pronoun != 0 ? traits.Pronoun : (uint)traits.Mention.Kind;

    private int CountBefore(uint word)
    {
        var count = 0;
        for (var i = _lastWith.GetValueOrDefault(word, -1); i >= 0 && count < SameWord; i = _chain[i].Before) count++;
        return count;
    }

    /// <summary>How many sentences ago the head word was mentioned last, as a bucket; 15 for never.</summary>
    private uint SentencesSince(in MentionTraits m) =>
        _lastWith.TryGetValue(m.HeadWord, out var last) ? (uint)Bucket(m.Sentence - _table.Traits[_chain[last].Mention].Sentence) : 15;

    private void Index(uint word, int mention)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastWith, word, out var known);
        _chain.Add((mention, known ? last : -1));
        last = _chain.Count - 1;
    }

    private void TakeWith(uint word, int mention, List<int> candidates)
    {
        var seen = 0;
        for (var i = _lastWith.GetValueOrDefault(word, -1); i >= 0 && seen < SameWord; i = _chain[i].Before, seen++) Take(_chain[i].Mention, mention, candidates);
    }

    private void Take(int candidate, int mention, List<int> candidates)
    {
        if (_seenFor[candidate] == mention) return;
        _seenFor[candidate] = mention;
        candidates.Add(candidate);
    }

    private static int Bucket(int count) => count switch { <= 4 => count, <= 7 => 5, <= 12 => 6, <= 20 => 7, <= 40 => 8, _ => 9 };
}
