using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What a report tells of that nobody does: earthquakes, crashes, illness. Who was hurt by it was not attacked.</summary>
internal sealed class Mishaps(ReportMentions mentions)
{
    private readonly Document _document = mentions.Document;
    private readonly HashSet<int> _tokens = [];
    private int _firstSentence;

    /// <param name="tokens">The words of a mishap; mishaps come in text order.</param>
    public void Add(TokenRange tokens)
    {
        if (_tokens.Count == 0) _firstSentence = _document.SentenceOf(tokens.First);
        for (var t = tokens.First; t < tokens.End; t++) _tokens.Add(t);
    }

    /// <summary>
    /// Marks those mentions that tell only whom something hurt: where the sentence names a mishap as the cause, and where the report has told of a mishap and of no act yet.
    /// </summary>
    /// <param name="found">In text order.</param>
    public void Mark(List<EventMention> found)
    {
        if (_tokens.Count == 0) return;
        var acts = false;
        foreach (var sentence in found.GroupBy(m => m.Sentence))
        {
            acts |= sentence.Any(m => m.Trigger.Strength != TriggerStrength.Effect);
            foreach (var mention in sentence)
            {
                if (mention.Trigger.Strength == TriggerStrength.Effect)
                    mention.IsMishap = IsCause(mention) || !acts && mention.Agents.TrueForAll(a => mentions.ChainAt(a) < 0) && _firstSentence <= mention.Sentence;
            }
        }
    }

    /// <summary>"floods killed 40", "killed in a crash", "died when a ferry capsized", "crashed, killing 12", "a crash that killed four".</summary>
    private bool IsCause(EventMention mention)
    {
        var head = mention.Head;
        foreach (var child in _document.Children(head))
        {
            if (_document[child].Relation is Dependency.Nsubj or Dependency.Obl or Dependency.OblAgent or Dependency.Advcl && _tokens.Contains(child)) return true;
        }

        return _document[head].Relation is Dependency.Advcl or Dependency.Conj or Dependency.Xcomp or Dependency.Acl or Dependency.AclRelcl && _document[head].Head is >= 0 and var above && _tokens.Contains(above);
    }
}
