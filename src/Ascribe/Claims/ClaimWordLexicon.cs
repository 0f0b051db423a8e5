using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Claims;

/// <summary>The uses of the function words in claim-words.tsv.</summary>
internal sealed class ClaimWordLexicon
{
    private readonly Dictionary<string, ClaimWordUse> _uses = new(StringComparer.Ordinal);

    private ClaimWordLexicon()
    {
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static ClaimWordLexicon Load(string language)
    {
        var lexicon = new ClaimWordLexicon();
        foreach (var row in LexiconTable.Load($"{language}/claim-words.tsv").Rows)
        {
            var word = TokenForm.Fold(row["word"]);
            lexicon._uses[word] = lexicon._uses.GetValueOrDefault(word) | row.Value("use", ClaimWordUse.None);
        }

        return lexicon;
    }

    /// <summary>Looks up each token of the document, once.</summary>
    public ClaimWords In(Document document)
    {
        var uses = new ClaimWordUse[document.Count];
        for (var t = 0; t < uses.Length; t++) uses[t] = _uses.GetValueOrDefault(document[t].Form);
        return new ClaimWords(document, uses);
    }
}
