using System.Text;
using Ascribe.Language;
using Ascribe.Lexicons;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Actors;

/// <summary>Who held which office of a state when, by full name.</summary>
internal sealed class OfficeHolders
{
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>By name: country and terms as they stand in the lexicon. Few of them are ever asked for, so they are read when they are.</summary>
    private readonly Dictionary<string, List<(string Country, string Terms)>> _persons = new(StringComparer.Ordinal);

    private OfficeHolders()
    {
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static OfficeHolders Load(string language)
    {
        var holders = new OfficeHolders();
        foreach (var row in LexiconTable.Load(language + "/office-holders.tsv").Rows)
        {
            var name = row["name"];
            if (!holders._persons.TryGetValue(name, out var offices)) holders._persons[name] = offices = new List<(string, string)>(1);
            offices.Add((row["country"], row["terms"]));
        }

        return holders;
    }

    /// <summary>The office that the person of this name held on the day; null where there is none, or where two countries had a holder of that name.</summary>
    /// <param name="name">Given name and surname at least; initials and marks do not count.</param>
    /// <param name="day">The day.</param>
    /// <param name="country">ISO 3166-1 alpha-2 where it is known of the person, or null.</param>
    public KnownOffice? On(string name, LocalDate day, string? country)
    {
        KnownOffice? found = null;
        foreach (var office in Of(name, country))
        {
            if (day < office.From || day > office.Until) continue;
            if (found is not null && found.Country != office.Country) return null;
            // A portfolio tells more than none.
            if (found is null || office.Role.Length > found.Role.Length) found = office;
        }

        return found;
    }

    /// <summary>The last office that the person of this name held before the day, or null.</summary>
    /// <param name="name">Given name and surname at least; initials and marks do not count.</param>
    /// <param name="day">The day.</param>
    /// <param name="country">ISO 3166-1 alpha-2 where it is known of the person, or null.</param>
    public KnownOffice? Before(string name, LocalDate day, string? country) => Of(name, country).Where(o => o.Until < day).MaxBy(o => o.Until);

    private IEnumerable<KnownOffice> Of(string name, string? country)
    {
        foreach (var (home, terms) in _persons.GetValueOrDefault(KeyOf(name)) ?? [])
        {
            if (country is not null && home != country) continue;
            foreach (var term in terms.Split('|')) yield return Parse(home, term);
        }
    }

    /// <summary>The folded words of a name without initials.</summary>
    private static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        var length = 0;
        foreach (var c in TokenForm.Fold(name) + " ")
        {
            if (char.IsLetter(c))
            {
                key.Append(c);
                length++;
            }
            else if (c != '\'')
            {
                // One letter is an initial.
                if (length == 1) key.Length--;
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
                length = 0;
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <param name="country">The country of the row.</param>
    /// <param name="term">"GOVMIL 20010120-20061218".</param>
    private static KnownOffice Parse(string country, string term)
    {
        var blank = term.IndexOf(' ');
        var days = term[(blank + 1)..].Split('-');
        if (blank < 0 || days.Length != 2 || !s_day.Parse(days[0]).TryGetValue(default, out var from) || !s_day.Parse(days[1]).TryGetValue(default, out var until))
            throw new InvalidDataException($"office-holders.tsv: '{term}' is no term of an office.");
        return new KnownOffice(country, term[..blank], from, until);
    }
}
