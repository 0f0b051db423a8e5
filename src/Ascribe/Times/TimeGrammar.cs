using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;
using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// The rules (<c>time-rules.tsv</c>) and words (<c>times.tsv</c>) of a language's time expressions. Finds the longest expression that
/// begins at a token; of equally long ones the one whose rule stands first. Immutable and thread-safe.
/// </summary>
internal sealed class TimeGrammar
{
    /// <summary>A rule may take up an expression that takes up an expression: "early in the morning of 3 May".</summary>
    private const int DeepestNesting = 3;

    private static readonly string[] s_digitClasses = ["day", "year", "number", "clock", "ordinal", "isodate", "decade", "count"];

    private readonly Dictionary<(string Form, string Class), string> _words = [];
    private readonly Dictionary<string, int> _longestForms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Branch>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<Branch> _byDigit = [];

    private TimeGrammar()
    {
    }

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
            var branch = Branches.Find(b => b.Item.Class == item.Class && b.Item.Words.SequenceEqual(item.Words));
            if (branch is null) Branches.Add(branch = new Branch(item with { IsOptional = false }, new Node()));
            branch.Next.Insert(rule, at + 1, number);
        }
    }

    private sealed record Branch(TimeRule.Item Item, Node Next);

    /// <summary>A reading of some tokens by one rule.</summary>
    internal readonly record struct Parse(int End, TimeOperation Operation, TimeSlots Slots);

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names the line.</exception>
    public static TimeGrammar Load(string language)
    {
        var grammar = new TimeGrammar();
        var classes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Load($"{language}/times.tsv").Rows)
        {
            grammar._words[(row["form"], row["class"])] = row["value"];
            if (!classes.TryGetValue(row["class"], out var forms)) classes[row["class"]] = forms = [];
            var words = row["form"].Split(' ');
            forms.Add(words[0]);
            grammar._longestForms[row["class"]] = Math.Max(words.Length, grammar._longestForms.GetValueOrDefault(row["class"]));
        }

        var rules = LexiconTable.Load($"{language}/time-rules.tsv").Rows.Select(row => (Rule: TimeRule.Of(row), Row: row)).ToArray();
        foreach (var (rule, row) in rules)
        {
            foreach (var item in rule.Items)
            {
                if (item.Class is { } name && name != "time" && !s_digitClasses.Contains(name) && !classes.ContainsKey(name))
                    throw row.Error($"no word of times.tsv has the class '{name}'.");
            }

            if (rule.Items[0].Class == "time" || rule.Items.TakeWhile(i => i.IsOptional).Count() is var skipped && rule.Items[skipped].Class == "time")
                throw row.Error("a pattern cannot begin with another expression.");
        }

        var root = new Node();
        for (var r = 0; r < rules.Length; r++) root.Insert(rules[r].Rule, 0, r);
        foreach (var branch in root.Branches)
        {
            var (firsts, digit) = Starts(branch.Item, classes);
            foreach (var word in firsts)
            {
                if (!grammar._byFirstWord.TryGetValue(word, out var list)) grammar._byFirstWord[word] = list = [];
                list.Add(branch);
            }

            if (digit) grammar._byDigit.Add(branch);
        }

        return grammar;
    }

    /// <summary>True where the word is in the class.</summary>
    public bool Is(Document document, int token, string name) => _words.ContainsKey((document[token].Form, name));

    /// <summary>The longest expression at the token, or null.</summary>
    /// <param name="resolve">Makes a mention of an inner expression from its parse.</param>
    public Parse? Longest(Document document, int token, int end, Func<int, Parse, TimeMention?> resolve) =>
        Longest(document, token, end, resolve, DeepestNesting);

    private Parse? Longest(Document document, int token, int end, Func<int, Parse, TimeMention?> resolve, int depth)
    {
        if (token >= end || depth == 0) return null;
        Parse? best = null;
        var bestRule = -1;
        if (char.IsAsciiDigit(document[token].Text[0])) Walk(_byDigit, token, TimeSlots.Empty);
        if (_byFirstWord.TryGetValue(document[token].Form, out var branches)) Walk(branches, token, TimeSlots.Empty);
        return best;

        void Walk(List<Branch> ways, int t, TimeSlots slots)
        {
            foreach (var way in ways)
            {
                if (way.Item.Class == "time")
                {
                    if (Longest(document, t, end, resolve, depth - 1) is { } inner && resolve(t, inner) is { } mention) Reach(way.Next, inner.End, slots with { Inner = mention });
                    continue;
                }

                for (var length = way.Item.Class is { } name ? LongestOf(name) : 1; length > 0; length--)
                {
                    if (t + length <= end && Take(document, way.Item, new TokenRange(t, t + length), slots) is { } taken) Reach(way.Next, t + length, taken);
                }
            }
        }

        void Reach(Node node, int t, TimeSlots slots)
        {
            if (node.Rule >= 0 && (best is null || t > best.Value.End || t == best.Value.End && node.Rule < bestRule))
            {
                best = new Parse(t, node.Operation, slots);
                bestRule = node.Rule;
            }

            if (node.Branches.Count > 0 && t < end) Walk(node.Branches, t, slots);
        }
    }

    /// <summary>How many tokens an item of the class takes at most.</summary>
    private int LongestOf(string name) => name switch
    {
        "number" or "year" or "count" => 5,
        "clock" => 4,
        _ => _longestForms.GetValueOrDefault(name, 1),
    };

    /// <summary>The slots with what the tokens tell, or null where they are not what the item asks for.</summary>
    private TimeSlots? Take(Document document, TimeRule.Item item, TokenRange tokens, TimeSlots slots)
    {
        if (item.Class is null) return item.Words.Contains(document[tokens.First].Form) ? slots : null;
        switch (item.Class)
        {
            case "day":
                return tokens.Count == 1 && Leading(document, tokens.First, 2, suffix: true) is >= 1 and <= 31 and var day ? slots with { Day = day } : null;
            case "year":
                return YearOf(document, tokens) is { } year ? slots with { Year = year } : null;
            case "number" or "count":
                return NumberOf(document, tokens) is { } number ? slots with { Number = number } : null;
            case "ordinal":
                if (tokens.Count == 1 && Leading(document, tokens.First, 2, suffix: true) is { } counted && !char.IsAsciiDigit(document[tokens.First].Text[^1])) return slots with { Ordinal = counted };
                return Int(document, tokens, "ordinal") is { } ordinal ? slots with { Ordinal = ordinal } : null;
            case "decade":
                return tokens.Count == 1 && DecadeOf(document, tokens.First) is { } decade ? slots with { Year = decade } : null;
            case "isodate":
                return tokens.Count == 1 && document[tokens.First].Span.Length == 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(document[tokens.First].Text.ToString()) is { Success: true } iso
                    ? slots with { Year = iso.Value.Year, Month = iso.Value.Month, Day = iso.Value.Day }
                    : null;
            case "clock":
                return ClockOf(document, tokens) is { } clock ? slots with { Clock = clock } : null;
        }

        if (Value(document, tokens, item.Class) is not { } value) return null;
        var first = document[tokens.First];
        int Number() => int.Parse(value, CultureInfo.InvariantCulture);
        switch (item.Class)
        {
            case "month":
                // "may" and "march" are months with a capital that no verb has.
                return char.IsUpper(first.Text[0]) && !first.Tag.IsVerb() && first.Tag != PartOfSpeech.MD ? slots with { Month = Number() } : null;
            case "weekday" or "weekdays":
                return char.IsUpper(first.Text[0]) ? slots with { Weekday = Number() } : null;
            case "direction":
                return slots with { Direction = Number() };
            case "relative":
                return slots with { Direction = Number(), Relative = true };
            case "yearago":
                return slots with { Direction = Number(), Unit = TimeUnit.Year };
            case "shift":
                return slots with { Shift = Number() };
            case "ago":
                return slots with { Shift = Number(), FromReport = true };
            case "deictic":
                var blank = value.IndexOf(' ', StringComparison.Ordinal);
                return slots with
                {
                    Deictic = int.Parse(blank < 0 ? value : value[..blank], CultureInfo.InvariantCulture),
                    Part = blank < 0 ? slots.Part : Enum.Parse<PartOfDay>(value[(blank + 1)..], ignoreCase: true),
                };
            case "part":
                return slots with { Part = Enum.Parse<PartOfDay>(value, ignoreCase: true) };
            case "hour":
                return slots with { Clock = Number() == 24 ? LocalTime.Midnight : new LocalTime(Number(), 0), Part = Number() == 24 ? PartOfDay.Night : PartOfDay.Noon };
            case "unit" or "units" or "span" or "adverb":
                return slots with { Unit = Enum.Parse<TimeUnit>(value, ignoreCase: true), Number = item.Class == "adverb" ? 1 : slots.Number };
            case "vague":
                return slots with { Vague = true };
            case "season":
                return char.IsUpper(first.Text[0]) || !first.Tag.IsVerb() ? slots with { Season = value } : null;
            case "modifier" or "approximate":
                return slots with { Modifier = value };
            case "reference":
                return slots with { Reference = value };
            case "holiday":
                return char.IsUpper(first.Text[0]) ? slots with { Holiday = value } : null;
            default:
                return slots;
        }
    }

    private string? Value(Document document, TokenRange tokens, string name)
    {
        var form = tokens.Count == 1 ? document[tokens.First].Form : string.Join(' ', Forms(document, tokens));
        return _words.GetValueOrDefault((form, name));
    }

    private int? Int(Document document, TokenRange tokens, string name) =>
        Value(document, tokens, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string> Forms(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++) yield return document[t].Form;
    }

    /// <summary>The number that a token begins with, of so many digits at most, with an ordinal's ending or nothing after it.</summary>
    private static int? Leading(Document document, int token, int digits, bool suffix)
    {
        var text = document[token].Text;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        var rest = text.Length - length;
        if (length == 0 || length > digits || rest != 0 && !(suffix && rest == 2 && char.IsLetter(text[^1]))) return null;
        return int.Parse(text[..length], CultureInfo.InvariantCulture);
    }

    private int? YearOf(Document document, TokenRange tokens)
    {
        if (tokens.Count == 1) return document[tokens.First].Span.Length == 4 && Leading(document, tokens.First, 4, suffix: false) is >= 1000 and <= 2999 and var year ? year : null;
        // "nineteen ninety - six", "two thousand and one", as broadcasts write them.
        if (Int(document, TokenRange.Of(tokens.First), "number") is not (2 or >= 17 and <= 20)) return null;
        var words = Forms(document, tokens).Where(f => f is not ("-" or "and")).Select(f => _words.GetValueOrDefault((f, "number"))).ToArray();
        if (words.Length is < 2 or > 3 || Array.Exists(words, w => w is null)) return null;
        var numbers = words.Select(w => int.Parse(w!, CultureInfo.InvariantCulture)).ToArray();
        var low = numbers.Length == 3 ? numbers[2] : 0;
        if (numbers[0] is >= 17 and <= 20 && numbers[1] is >= 10 and <= 99 && low < 10) return numbers[0] * 100 + numbers[1] + low;
        return numbers[0] == 2 && numbers[1] == 1000 ? 2000 + low : null;
    }

    /// <summary>"12", "twelve", "twenty-four", "a hundred".</summary>
    private int? NumberOf(Document document, TokenRange tokens)
    {
        if (tokens.Count == 1)
            return Leading(document, tokens.First, 4, suffix: false) ?? Int(document, tokens, "number");
        if (!_words.ContainsKey((document[tokens.First].Form, "number"))) return null;
        if (Int(document, tokens, "number") is { } phrase) return phrase;
        var total = 0;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var form = document[t].Form;
            if (form is "-" or "and" && t > tokens.First && t < tokens.End - 1) continue;
            if (!_words.TryGetValue((form, "number"), out var text)) return null;
            var number = int.Parse(text, CultureInfo.InvariantCulture);
            if (number is 100 or 1000) total = Math.Max(1, total) * number;
            else if (total % 100 == 0 && total > 0 || total is >= 20 and < 100 && total % 10 == 0 && number < 10) total += number;
            else if (total == 0) total = number;
            else return null;
        }

        return total;
    }

    /// <summary>"1990s", "'90s": the decade's first year.</summary>
    private static int? DecadeOf(Document document, int token)
    {
        var text = document[token].Text.TrimStart("'’‘");
        if (text.Length is not (3 or 5) || text[^1] != 's' || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year % 10 != 0) return null;
        return text.Length == 5 ? year : year >= 30 ? 1900 + year : 2000 + year;
    }

    /// <summary>"10:30", "10.30pm", "5 p.m.", "0830 GMT".</summary>
    private LocalTime? ClockOf(Document document, TokenRange tokens)
    {
        var text = document[tokens.First].Text;
        var letters = text.Length;
        while (letters > 0 && (char.IsLetter(text[letters - 1]) || text[letters - 1] == '.')) letters--;
        var half = letters < text.Length ? HalfOf(text[letters..].ToString().ToLowerInvariant()) : null;
        var digits = text[..letters];
        var next = tokens.First + 1;
        if (letters < text.Length && half is null) return null;
        if (half is null && next < tokens.End && HalfOf(document[next].Form) is { } told)
        {
            half = told;
            next++;
        }

        var zone = next < tokens.End && _words.ContainsKey((document[next].Form, "zone"));
        if (zone) next++;
        if (next != tokens.End) return null;
        var colon = digits.IndexOfAny(':', '.');
        int hour, minute = 0;
        if (colon > 0)
        {
            if (!int.TryParse(digits[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out hour) || digits.Length - colon != 3
                || !int.TryParse(digits[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute)) return null;
            // "7.30" alone is any number.
            if (digits[colon] == '.' && half is null && !zone) return null;
        }
        else
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out hour) || half is null && !(zone && digits.Length == 4)) return null;
            if (digits.Length == 4) (hour, minute) = (hour / 100, hour % 100);
        }

        if (half is { } add && hour is < 1 or > 12) return null;
        if (half is { } offset) hour = hour % 12 + offset;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new LocalTime(hour, minute) : null;
    }

    /// <summary>Hours that "a.m." and "p.m." add.</summary>
    private int? HalfOf(string form) =>
        _words.TryGetValue((form, "half"), out var hours) ? int.Parse(hours, CultureInfo.InvariantCulture) : null;

    /// <summary>Which first words, and whether a digit, may begin what the item takes.</summary>
    private static (IEnumerable<string> Words, bool Digit) Starts(TimeRule.Item item, Dictionary<string, List<string>> classes)
    {
        if (item.Class is not { } name) return (item.Words, false);
        var words = classes.GetValueOrDefault(name is "year" or "count" ? "number" : name) ?? [];
        return (words.Distinct(), s_digitClasses.Contains(name));
    }
}
