using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Times;

/// <summary>
/// The rules (<c>time-rules.tsv</c>) and words (<c>times.tsv</c>) of a language's time expressions. Finds the longest expression that
/// begins at a token; of equally long ones the one whose rule stands first. Immutable and thread-safe.
/// </summary>
internal sealed class TimeGrammar
{
    /// <summary>A rule may take up an expression that takes up an expression: "early in the morning of 3 May".</summary>
    private const int DeepestNesting = 3;

    private readonly TimeFigures _figures;
    private readonly Dictionary<string, List<Branch>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<Branch> _byDigit = [];

    private TimeGrammar(TimeWords words) => (Words, _figures) = (words, new TimeFigures(words));

    /// <summary>The rules as a tree: those that begin alike share the way, so that each item is looked for once at a place.</summary>
    private sealed class Node
    {
        public List<Branch> Branches { get; } = [];

        /// <summary>Place in the file of the rule that ends here; -1 where none does.</summary>
        public int Rule { get; set; } = -1;

        public TimeOperation Operation { get; set; }

        public void Insert(TimeRule rule, int at, int number)
        {
            if (at == rule.Items.Count)
            {
                if (Rule < 0) (Rule, Operation) = (number, rule.Operation);
                return;
            }

            var item = rule.Items[at];
            if (item.IsOptional) Insert(rule, at + 1, number);
            var branch = Branches.Find(b => b.Item.IsSameAs(item));
            if (branch is null) Branches.Add(branch = new Branch(item with { IsOptional = false }, new Node()));
            branch.Next.Insert(rule, at + 1, number);
        }
    }

    private sealed record Branch(TimeRule.Item Item, Node Next);

    /// <summary>A reading of some tokens by one rule.</summary>
    internal readonly record struct Parse(int End, TimeOperation Operation, TimeSlots Slots);

    public TimeWords Words { get; }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names the line.</exception>
    public static TimeGrammar Load(string language)
    {
        var grammar = new TimeGrammar(TimeWords.Load(language));
        var root = new Node();
        var number = 0;
        foreach (var row in LexiconTable.Load($"{language}/time-rules.tsv").Rows) root.Insert(TimeRule.Of(row), 0, number++);
        foreach (var branch in root.Branches)
        {
            foreach (var word in grammar.FirstForms(branch.Item))
            {
                if (!grammar._byFirstWord.TryGetValue(word, out var list)) grammar._byFirstWord.Add(word, list = []);
                list.Add(branch);
            }

            if (branch.Item.Class is TimeClass.Number or TimeClass.Ordinal or TimeClass.Decade or >= TimeClass.Day) grammar._byDigit.Add(branch);
        }

        return grammar;
    }

    /// <summary>The longest expression at the token, or null.</summary>
    /// <param name="resolve">Makes a mention of an inner expression from its parse.</param>
    public Parse? Longest(Document document, int token, int end, Func<int, Parse, TimeMention?> resolve) =>
        Longest(document, token, end, resolve, DeepestNesting);

    private Parse? Longest(Document document, int token, int end, Func<int, Parse, TimeMention?> resolve, int depth)
    {
        if (token >= end || depth == 0) return null;
        Parse? best = null;
        var bestRule = -1;
        var bare = Words.BareOf(document, token);
        var text = document[token].Text;
        if (bare.Skip < text.Length && (char.IsDigit(text[bare.Skip]) || text.Length > 2 && char.IsDigit(text[1]))) Walk(_byDigit, token, -1, TimeSlots.Empty);
        if (_byFirstWord.TryGetValue(bare.Form, out var branches)) Walk(branches, token, -1, TimeSlots.Empty);
        return best;

        // "stop" is where the expression ends while what must follow it is looked for; before that -1.
        void Walk(List<Branch> ways, int t, int stop, TimeSlots slots)
        {
            foreach (var way in ways)
            {
                var ends = way.Item.IsAhead && stop < 0 ? t : stop;
                if (way.Item.Class is not { } name)
                {
                    if (way.Item.Words.Contains(document[t].Form)) Reach(way.Next, t + 1, ends, slots);
                    continue;
                }

                if (name == TimeClass.Time)
                {
                    if (Longest(document, t, end, resolve, depth - 1) is { } inner && resolve(t, inner) is { } mention) Reach(way.Next, inner.End, ends, slots with { Inner = mention });
                    continue;
                }

                if (name < TimeClass.Day)
                {
                    var here = Words.BareOf(document, t);
                    foreach (var word in Words.Of(here.Form))
                    {
                        if (word.Class != name || !Words.Matches(document, t, end, word)) continue;
                        var filled = TimeWords.Fill(slots, word);
                        if (here.Modifier is { } modifier) filled = filled with { Modifier = modifier };
                        Reach(way.Next, t + word.Length, ends, way.Item.IsAhead ? slots.With(filled) : filled);
                    }
                }

                for (var length = _figures.Longest(document, t, end, name); length > 0; length--)
                {
                    if (_figures.Read(document, new TokenRange(t, t + length), name, slots) is { } taken) Reach(way.Next, t + length, ends, way.Item.IsAhead ? slots.With(taken) : taken);
                }
            }
        }

        void Reach(Node node, int t, int stop, TimeSlots slots)
        {
            var ends = stop < 0 ? t : stop;
            if (node.Rule >= 0 && (best is null || ends > best.Value.End || ends == best.Value.End && node.Rule < bestRule))
            {
                best = new Parse(ends, node.Operation, slots);
                bestRule = node.Rule;
            }

            if (node.Branches.Count > 0 && t < end) Walk(node.Branches, t, stop, slots);
        }
    }

    private IEnumerable<string> FirstForms(TimeRule.Item item) => item.Class switch
    {
        null => item.Words.Distinct(),
        TimeClass.Year or TimeClass.More => Words.FirstForms(TimeClass.Number),
        { } name => Words.FirstForms(name),
    };
}
