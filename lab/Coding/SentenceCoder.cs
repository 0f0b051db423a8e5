using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Lab.Coding;

/// <summary>
/// What a sentence tells, as one event of PLOVER. Words tell deeds ("shelled"), things ("troops") or operators ("agreed to", "lifted", "will not"),
/// which make another event of what they govern in the parse; events and claims of the reading fill in where the lexicon has no word.
/// </summary>
internal sealed class SentenceCoder(PloverScheme scheme, CodingLexicon lexicon, EventTypes types)
{
    public static SentenceCoder Load(string language)
    {
        var scheme = PloverScheme.Load();
        return new SentenceCoder(scheme, CodingLexicon.Load(language, scheme), EventTypes.Load());
    }

    public PloverScheme Scheme => scheme;

    /// <summary>The first event that a sentence of the reading tells; a statement where there is none.</summary>
    public CodedEvent Code(Reading reading)
    {
        var document = reading.Mentions.Document;
        CodedEvent? statement = null;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var coded = new SentenceWalk(scheme, document, document.SentenceTokens(sentence), WordsOf(reading, sentence)).Code();
            if (coded is not null && scheme.ClassOf(coded.Code) != 0) return coded;
            statement ??= coded;
        }

        return statement ?? new CodedEvent(PloverScheme.Statement, 0);
    }

    /// <summary>The code of an event type: the first that the ontology lists for PLOVER, which leaves out what is only said: a statement.</summary>
    public string CodeOf(string type) => types[type].Codes["plover"] is [var first, ..] ? first : PloverScheme.Statement;

    private Dictionary<int, string> WordsOf(Reading reading, int sentence)
    {
        var document = reading.Mentions.Document;
        var tokens = document.SentenceTokens(sentence);
        var words = lexicon.Read(document, tokens);
        foreach (var attribution in reading.Attributions)
        {
            if (tokens.Contains(attribution.Cue) && !attribution.Cue.IsEmpty) words.TryAdd(CodingLexicon.HeadOf(document, attribution.Cue), scheme.CodeOf(attribution.Stance));
        }

        foreach (var mention in reading.EventMentions)
        {
            if (mention.Sentence == sentence) words.TryAdd(mention.Head, CodeOf(mention.Type));
        }

        return words;
    }
}
