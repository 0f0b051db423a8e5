using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Reports;

/// <summary>The words of the layout of reports: cues (lexicon <c>layout</c>), agencies (<c>agencies</c>) and months (<c>times</c>).</summary>
internal sealed class LayoutLexicon
{
    private LayoutLexicon()
    {
    }

    public PhraseMatcher<LayoutCue> Cues { get; } = new();

    /// <summary>Phrases to the name that records give the agency.</summary>
    public PhraseMatcher<string> Agencies { get; } = new();

    /// <summary>Folded names of months to their number.</summary>
    public Dictionary<string, int> Months { get; } = new(StringComparer.Ordinal);

    /// <summary>The most tokens that a paragraph other than body has.</summary>
    public int Longest { get; private set; }

    public static LayoutLexicon Load(string language)
    {
        var lexicon = new LayoutLexicon();
        foreach (var row in LexiconTable.Load(language + "/layout.tsv").Rows)
        {
            if (!int.TryParse(row["longest"], NumberStyles.None, CultureInfo.InvariantCulture, out var longest)) throw row.Error("'longest' is a number of tokens.");
            var outlet = row["credit"] == "outlet";
            CreditKind? credit = outlet || row["credit"].Length == 0 ? null : row.Value("credit", CreditKind.Author);
            var cue = new LayoutCue(row.Value("passage", PassageKind.Body), row.Value("position", CuePosition.Start), longest, credit, outlet);
            if (cue.Passage == PassageKind.Body) throw row.Error("a cue makes something else than body.");
            lexicon.Cues.Add(row["phrase"], cue);
            lexicon.Longest = Math.Max(lexicon.Longest, longest);
        }

        foreach (var row in LexiconTable.Load(language + "/agencies.tsv").Rows) lexicon.Agencies.Add(row["phrase"], row["name"]);
        foreach (var row in LexiconTable.Load(language + "/times.tsv").Rows)
        {
            if (row["class"] != "month") continue;
            if (!int.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out var month)) throw row.Error("a month is a number.");
            lexicon.Months[TokenForm.Fold(row["form"])] = month;
        }

        return lexicon;
    }
}
