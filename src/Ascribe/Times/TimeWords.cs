using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;
using NodaTime;

namespace Ascribe.Times;

/// <summary>The words of a language's time expressions (<c>times.tsv</c>), and what a run of tokens tells as one of their classes. Immutable.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, List<TimeWord>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    private readonly List<string> _futureEndings = [];

    private TimeWords()
    {
    }

    /// <summary>A token without a prefix that modifies it: "mid-1996".</summary>
    internal readonly record struct Bare(string Form, int Skip, string? Modifier);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static TimeWords Load(string language)
    {
        var words = new TimeWords();
        foreach (var row in LexiconTable.Load($"{language}/times.tsv").Rows)
        {
            var value = row["value"];
            var name = row.Value("class", TimeClass.Time);
            var forms = TokenForm.Fold(row["form"]).Split(' ');
            if (forms[0].Length == 0 || name >= TimeClass.Day) throw row.Error("a form and a class of words are expected.");
            if (name == TimeClass.Future && row["form"] is ['-', .. var ending])
            {
                words._futureEndings.Add(ending);
                continue;
            }

            if (name == TimeClass.Prefix)
            {
                words._prefixes.Add(forms[0], value);
                continue;
            }

            var blank = value.IndexOf(' ', StringComparison.Ordinal);
            _ = int.TryParse(blank < 0 ? value : value[..blank], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            var word = new TimeWord(name, value, number, forms[1..], char.IsUpper(row["form"][0]));
            try
            {
                // Told now, while the line is known, rather than in some report.
                Fill(TimeSlots.Empty, word);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                throw row.Error(error.Message);
            }

            if (!words._byForm.TryGetValue(forms[0], out var list)) words._byForm.Add(forms[0], list = []);
            list.Add(word);
        }

        foreach (var list in words._byForm.Values) list.Sort((a, b) => b.Length.CompareTo(a.Length));
        return words;
    }

    /// <summary>The first forms of all words of a class.</summary>
    public IEnumerable<string> FirstForms(TimeClass name) => _byForm.Where(p => p.Value.Exists(w => w.Class == name)).Select(p => p.Key);

    /// <summary>The words that begin with the form, the longest first.</summary>
    public IReadOnlyList<TimeWord> Of(string form) => _byForm.TryGetValue(form, out var words) ? words : [];

    /// <summary>True where a word of the class begins at the token.</summary>
    public bool Is(Document document, int token, TimeClass name)
    {
        foreach (var word in Of(document[token].Form))
        {
            if (word.Class == name && Matches(document, token, document.Count, word)) return true;
        }

        return false;
    }

    /// <summary>True where the word ends as verbs do that tell what is to come.</summary>
    public bool HasFutureEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in _futureEndings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>"-", "and": what joins two figures.</summary>
    public bool IsLink(string form)
    {
        if (form is "-" or "—") return true;
        foreach (var word in Of(form))
        {
            if (word.Class == TimeClass.Link) return true;
        }

        return false;
    }

    public Bare BareOf(Document document, int token)
    {
        var form = document[token].Form;
        if (_prefixes.Count == 0 || form.IndexOf('-', StringComparison.Ordinal) is not (> 0 and var dash) || !_prefixes.TryGetValue(form[..(dash + 1)], out var modifier)) return new Bare(form, 0, null);
        return new Bare(form[(dash + 1)..], dash + 1, modifier);
    }

    /// <summary>True where the word stands at the token, with the capital that it asks for.</summary>
    public bool Matches(Document document, int token, int end, TimeWord word)
    {
        if (token + word.Length > end) return false;
        for (var i = 0; i < word.Rest.Count; i++)
        {
            if (document[token + 1 + i].Form != word.Rest[i]) return false;
        }

        if (!word.IsCapital) return true;
        var text = document[token].Text;
        return char.IsUpper(text[Math.Min(BareOf(document, token).Skip, text.Length - 1)]) && !(word.Class == TimeClass.Month && IsVerb(document[token].Tag));
    }

    /// <summary>"may" and "march", also where they begin a sentence.</summary>
    private static bool IsVerb(PartOfSpeech tag) => tag.IsVerb() || tag == PartOfSpeech.MD;

    /// <summary>The slots with what the word tells.</summary>
    /// <exception cref="FormatException">The word's value is none of its class.</exception>
    public static TimeSlots Fill(TimeSlots slots, TimeWord word)
    {
        var blank = word.Value.IndexOf(' ', StringComparison.Ordinal);
        switch (word.Class)
        {
            case TimeClass.Month:
                return slots with { Month = word.Number, Calendar = blank < 0 ? CalendarSystem.Iso : Holiday.CalendarOf(word.Value[(blank + 1)..]) };
            case TimeClass.Weekday or TimeClass.Weekdays:
                return slots with { Weekday = word.Number };
            case TimeClass.Direction:
                return slots with { Direction = word.Number };
            case TimeClass.Relative:
                return slots with { Direction = word.Number, IsRelative = true };
            case TimeClass.Shift or TimeClass.Apart:
                return slots with { Shift = word.Number };
            case TimeClass.Ago:
                return slots with { Shift = word.Number, IsFromReport = true };
            case TimeClass.Deictic:
                return slots with { Deictic = word.Number, Part = blank < 0 ? slots.Part : Enum.Parse<PartOfDay>(word.Value[(blank + 1)..], ignoreCase: true) };
            case TimeClass.Part:
                return slots with { Part = Enum.Parse<PartOfDay>(word.Value, ignoreCase: true) };
            case TimeClass.Hour:
                return slots with { Clock = word.Number == 24 ? LocalTime.Midnight : new LocalTime(word.Number, 0), Part = word.Number == 24 ? PartOfDay.Night : PartOfDay.Noon };
            case TimeClass.Unit or TimeClass.Units or TimeClass.Span or TimeClass.Adverb:
                return slots with { Unit = Enum.Parse<TimeUnit>(word.Value, ignoreCase: true), Number = word.Class == TimeClass.Adverb ? 1 : slots.Number, IsPlural = word.Class == TimeClass.Units };
            case TimeClass.Vague:
                return slots with { IsVague = true };
            case TimeClass.Season:
                return slots with { Season = word.Value };
            case TimeClass.Modifier or TimeClass.Approximate:
                return slots with { Modifier = word.Value };
            case TimeClass.Reference:
                return slots with { Reference = word.Value };
            case TimeClass.Holiday:
                return slots with { Holiday = Holiday.Parse(word.Value) };
            case TimeClass.Decade:
                return slots with { Year = word.Number };
            case TimeClass.Number:
                return slots with { Number = word.Number };
            case TimeClass.Ordinal:
                return slots with { Ordinal = word.Number };
            case TimeClass.Half:
                return slots with { IsHalfMore = true };
            case TimeClass.Era:
                return slots with { Year = 1 - (slots.Year ?? slots.Number) };
            default:
                return slots;
        }
    }
}
