using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;
using NodaTime;

namespace Ascribe.Times;

/// <summary>The words of a language's time expressions (<c>times.tsv</c>), and what a run of tokens tells as one of their classes. Immutable.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, TimeForm> _forms = new(StringComparer.Ordinal);
    private readonly WordFilter _firstForms = new();
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<string> _futureEndings = [];

    private TimeWords()
    {
    }

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

            words.FormOf(forms[0]).Words.Add(word);
        }

        foreach (var form in words._forms.Values) form.Words.Sort((a, b) => b.Length.CompareTo(a.Length));
        return words;
    }

    /// <summary>The one object of the form; a form that is new is known from now on. Not for use once documents are read.</summary>
    public TimeForm FormOf(string form)
    {
        if (_forms.TryGetValue(form, out var known)) return known;
        _firstForms.Add(form);
        _forms.Add(form, known = new TimeForm());
        return known;
    }

    /// <summary>The first forms of all words of a class.</summary>
    public IEnumerable<TimeForm> FirstForms(TimeClass name) => _forms.Values.Where(f => f.Words.Exists(w => w.Class == name));

    /// <summary>Looks every token of the document up.</summary>
    public TimeText Read(Document document)
    {
        var tokens = new TimeToken[document.Count];
        for (var t = 0; t < tokens.Length; t++)
        {
            var form = document[t].Form;
            var text = document[t].Text;
            var known = _firstForms.MayHold(form) ? _forms.GetValueOrDefault(form) : null;
            var (skip, modifier) = (0, (string?)null);
            if (known is null && _prefixes.Count > 0 && form.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && dash + 1 < text.Length && _prefixes.TryGetValue(form[..(dash + 1)], out modifier))
            {
                skip = dash + 1;
                _forms.TryGetValue(form[skip..], out known);
            }

            tokens[t] = new TimeToken(known, skip, modifier, char.IsDigit(text[skip]) || text.Length > skip + 1 && char.IsDigit(text[skip + 1]) && !char.IsLetter(text[skip]));
        }

        return new TimeText(document, tokens);
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
            case TimeClass.Onward:
                return slots with { Direction = word.Number, IsOnward = true };
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
