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

    private readonly Dictionary<TimeForm, List<Branch>> _byFirstForm = [];
    private readonly List<Branch> _byDigit = [];

    private TimeGrammar(TimeWords words) => Words = words;

    /// <summary>The rules as a tree: those that begin alike share the way, so that each item is looked for once at a place.</summary>
    private sealed class Node
    {
        public List<Branch> Branches { get; } = [];

        /// <summary>Place in the file of the rule that ends here; -1 where none does.</summary>
        public int Rule { get; set; } = -1;

        public TimeOperation Operation { get; set; }

        public void Insert(TimeRule rule, int at, int number, TimeWords words)
        {
            if (at == rule.Items.Count)
            {
                if (Rule < 0) (Rule, Operation) = (number, rule.Operation);
                return;
            }

            var item = rule.Items[at];
            if (item.IsOptional) Insert(rule, at + 1, number, words);
            var branch = Branches.Find(b => b.Item.IsSameAs(item));
            if (branch is null) Branches.Add(branch = new Branch(item, [.. item.Words.Select(words.FormOf)], new Node()));
            branch.Next.Insert(rule, at + 1, number, words);
        }
    }

    /// <param name="Item">What must stand here.</param>
    /// <param name="Forms">The forms of literal words; empty for a class.</param>
    /// <param name="Next">What may follow.</param>
    private sealed record Branch(TimeRule.Item Item, TimeForm[] Forms, Node Next);

    /// <summary>A reading of some tokens by one rule.</summary>
    internal readonly record struct Parse(int End, TimeOperation Operation, TimeSlots Slots);

    public TimeWords Words { get; }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names the line.</exception>
    public static TimeGrammar Load(string language)
    {
        var grammar = new TimeGrammar(TimeWords.Load(language));
        var root = new Node();
        var number = 0;
        foreach (var row in LexiconTable.Load($"{language}/time-rules.tsv").Rows) root.Insert(TimeRule.Of(row), 0, number++, grammar.Words);
        foreach (var branch in root.Branches)
        {
            foreach (var form in grammar.FirstForms(branch))
            {
                if (!grammar._byFirstForm.TryGetValue(form, out var list)) grammar._byFirstForm.Add(form, list = []);
                list.Add(branch);
            }

            if (branch.Item.Class is TimeClass.Number or TimeClass.Ordinal or TimeClass.Decade or >= TimeClass.Day) grammar._byDigit.Add(branch);
        }

        return grammar;
    }

    /// <summary>The longest expression at the token, or null.</summary>
    /// <param name="text">The text, looked up by this grammar's <see cref="Words"/>.</param>
    /// <param name="token">Where the expression begins.</param>
    /// <param name="end">End of the sentence.</param>
    /// <param name="resolve">Makes a mention of an inner expression from its parse.</param>
    public Parse? Longest(TimeText text, int token, int end, Func<int, Parse, TimeMention?> resolve) => Longest(text, token, end, resolve, DeepestNesting);

    private Parse? Longest(TimeText text, int token, int end, Func<int, Parse, TimeMention?> resolve, int depth)
    {
        if (token >= end || depth == 0) return null;
        Parse? best = null;
        var bestRule = -1;
        if (text[token].HasDigit) Walk(_byDigit, token, -1, TimeSlots.Empty);
        if (text[token].Form is { } first && _byFirstForm.TryGetValue(first, out var branches)) Walk(branches, token, -1, TimeSlots.Empty);
        return best;

        // "stop" is where the expression ends while what must follow it is looked for; before that -1.
        void Walk(List<Branch> ways, int t, int stop, TimeSlots slots)
        {
            var (form, hasDigit) = (text[t].Form, text[t].HasDigit);
            if (form is null && !hasDigit) return;
            foreach (var way in ways)
            {
                var ends = way.Item.IsAhead && stop < 0 ? t : stop;
                if (way.Item.Class is not { } name)
                {
                    if (form is not null && Array.IndexOf(way.Forms, form) >= 0) Reach(way.Next, t + 1, ends, slots);
                    continue;
                }

                if (name == TimeClass.Time)
                {
                    if (Longest(text, t, end, resolve, depth - 1) is { } inner && resolve(t, inner) is { } mention) Reach(way.Next, inner.End, ends, slots with { Inner = mention });
                    continue;
                }

                if (name < TimeClass.Day && form is not null)
                {
                    foreach (var word in form.Words)
                    {
                        if (word.Class != name || !text.Matches(t, end, word)) continue;
                        var filled = TimeWords.Fill(slots, word);
                        if (text[t].Modifier is { } modifier) filled = filled with { Modifier = modifier };
                        Reach(way.Next, t + word.Length, ends, way.Item.IsAhead ? slots.With(filled) : filled);
                    }
                }

                for (var length = TimeFigures.Longest(text, t, end, name); length > 0; length--)
                {
                    if (TimeFigures.Read(text, new TokenRange(t, t + length), name, slots) is { } taken) Reach(way.Next, t + length, ends, way.Item.IsAhead ? slots.With(taken) : taken);
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

    private IEnumerable<TimeForm> FirstForms(Branch branch) => branch.Item.Class switch
    {
        null => branch.Forms.Distinct(),
        TimeClass.Year or TimeClass.More => Words.FirstForms(TimeClass.Number),
        { } name => Words.FirstForms(name),
    };
}
