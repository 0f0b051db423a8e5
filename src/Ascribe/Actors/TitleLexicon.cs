using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>Titles before names, particles in names.</summary>
internal sealed class TitleLexicon
{
    private readonly Dictionary<string, Title> _titles = new(StringComparer.Ordinal);

    private TitleLexicon()
    {
    }

    /// <summary>One title.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Gender">Of the person, as far as the title tells.</param>
    /// <param name="Role">What the person is, or null.</param>
    public sealed record Title(TitleKind Kind, Gender Gender, string? Role);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static TitleLexicon Load(string language)
    {
        var lexicon = new TitleLexicon();
        foreach (var row in LexiconTable.Load(language + "/titles.tsv").Rows)
        {
            var role = row["role"];
            lexicon._titles[TokenForm.Fold(row["title"])] =
                new Title(row.Value("kind", TitleKind.Honorific), row.Value("gender", Gender.Unknown), role.Length == 0 ? null : role);
        }

        return lexicon;
    }

    /// <summary>The title that precedes names at this token: written with a capital and no particle; or null.</summary>
    public Title? TitleAt(Document document, int token) =>
        char.IsUpper(document[token].Text[0]) && _titles.TryGetValue(document[token].Form, out var title)
            && title.Kind is not (TitleKind.Particle or TitleKind.Former) && (token == 0 || document[token - 1].Form != "-") ? title : null;

    public bool IsParticle(string form) => _titles.TryGetValue(form, out var title) && title.Kind == TitleKind.Particle;

    public bool IsFormer(string form) => _titles.TryGetValue(form, out var title) && title.Kind == TitleKind.Former;
}
