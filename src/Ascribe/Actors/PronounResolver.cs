using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>
/// Ties pronouns to chains by simple salience: the nearest compatible mention, subjects before others, the sentence itself before those
/// before it. The report's own pronouns come first, those inside quotations after them: a report does not take up whom a quoted speaker
/// named, and its pronouns tell the genders of the speakers.
/// </summary>
internal sealed class PronounResolver
{
    /// <summary>How many sentences back an antecedent may lie.</summary>
    private const int Sentences = 3;

    /// <summary>How many mentions are looked at for one pronoun: text without full stops must not cost the square of its length.</summary>
    private const int Mentions = 40;

    private readonly ReportDocument _report;
    private readonly Document _document;
    private readonly FunctionWords _words;
    private readonly List<ActorCandidate> _candidates;
    private readonly Dictionary<int, ActorChainDraft> _byHead = [];
    private readonly List<(int Token, ActorChainDraft Chain)> _salient = [];
    private readonly QuotationMarks _quotes;

    private PronounResolver(ReportDocument report, FunctionWords words, List<ActorCandidate> candidates)
    {
        _report = report;
        _document = report.Document;
        _words = words;
        _candidates = candidates;
        _quotes = report.Quotations;
        foreach (var candidate in candidates)
        {
            if (!candidate.IsOffice) _byHead.TryAdd(candidate.Head, candidate.Chain!);
        }
    }

    public static void Resolve(ReportDocument report, FunctionWords words, List<ActorCandidate> candidates) =>
        new PronounResolver(report, words, candidates).Run();

    private void Run()
    {
        Run(quoted: false);
        Run(quoted: true);
    }

    /// <param name="quoted">Whether the pronouns inside quotations are resolved or those outside.</param>
    private void Run(bool quoted)
    {
        _salient.Clear();
        var next = 0;
        for (var t = 0; t < _document.Count; t++)
        {
            while (next < _candidates.Count && _candidates[next].Tokens.First <= t)
            {
                if (!_candidates[next].IsOffice && (quoted || !_quotes.IsInside(_candidates[next].Head))) _salient.Add((_candidates[next].Head, _candidates[next].Chain!));
                next++;
            }

            var view = _document[t];
            if (view.Tag is not (PartOfSpeech.PRP or PartOfSpeech.WP or PartOfSpeech.WDT)) continue;
            if (_quotes.IsInside(t) != quoted)
            {
                // Resolved before.
                if (quoted && view.Tag == PartOfSpeech.PRP && _byHead.TryGetValue(t, out var told)) _salient.Add((t, told));
                continue;
            }

            if (ActorReader.IsFurniture(_report, view.Sentence)) continue;
            var chain = view.Tag != PartOfSpeech.PRP && _words.IsRelative(view.Form) ? Related(t)
                : _words.Personal(view.Form) is { } pronoun && view.Relation != Dependency.Expl ? Antecedent(t, pronoun)
                : null;
            if (chain is null) continue;
            chain.AddPronoun(new ActorMention(TokenRange.Of(t), t, IsPronoun: true));
            _byHead.TryAdd(t, chain);
            if (view.Tag == PartOfSpeech.PRP) _salient.Add((t, chain));
        }
    }

    /// <summary>The noun that the relative clause of the pronoun hangs on.</summary>
    private ActorChainDraft? Related(int token)
    {
        for (var (t, steps) = (_document[token].Head, 0); t >= 0 && steps < 4; t = _document[t].Head, steps++)
        {
            if (_document[t].Relation is Dependency.AclRelcl or Dependency.Acl)
                return _document[t].Head < token ? _byHead.GetValueOrDefault(_document[t].Head) : null;
        }

        return null;
    }

    private ActorChainDraft? Antecedent(int token, FunctionWords.Pronoun pronoun)
    {
        // "denied it" speaks of what happened more often than of somebody; "accused it of bombing" of whoever bombs.
        if (pronoun.Gender == Gender.N && _document[token].Relation != Dependency.Nsubj && !(_document[token].Relation == Dependency.Obj && DoesSomething(token))) return null;
        var sentence = _document.SentenceOf(token);
        var says = Says(token);
        ActorChainDraft? best = null;
        var bestScore = int.MinValue;
        for (int i = _salient.Count - 1, seen = 0; i >= 0 && seen < Mentions; i--, seen++)
        {
            var (head, chain) = _salient[i];
            var distance = sentence - _document.SentenceOf(head);
            if (distance > Sentences) break;
            if (head >= token || !Agrees(chain, pronoun) || SharesVerb(head, token)) continue;
            var score = -12 * distance - seen;
            var relation = _document[head].Relation;
            if (relation.IsSubject()) score += 10;
            // "Officials said gunmen had killed 12. They said …": whoever says something is whoever said something.
            if (says && Says(head)) score += 8;
            if (relation is Dependency.Nmod or Dependency.Compound or Dependency.NmodPoss or Dependency.Amod) score -= 6;
            if (chain.IsNamed) score += 3;
            // A body is more seldom "they" than people are.
            if (pronoun.IsPlural && !chain.IsPlural) score -= 10;
            // What a headline says is told again.
            if (_report.IsTitle(_document.SentenceOf(head))) score -= 8;
            if (score <= bestScore) continue;
            best = chain;
            bestScore = score;
        }

        if (best is { Gender: Gender.Unknown } && pronoun.Gender is Gender.M or Gender.F) best!.Gender = pronoun.Gender;
        return best;
    }

    /// <summary>The subject of a verb with a clause for its object.</summary>
    private bool Says(int subject) =>
        _document[subject] is { Relation: Dependency.Nsubj, Head: >= 0 and var verb } && _document[verb].Tag.IsVerb() && _document.Child(verb, Dependency.Ccomp) >= 0;

    /// <summary>A gerund behind the object says what it does.</summary>
    private bool DoesSomething(int thing)
    {
        foreach (var child in _document.Children(_document[thing].Head))
        {
            if (child > thing && _document[child] is { Tag: PartOfSpeech.VBG, Relation: Dependency.Advcl or Dependency.Xcomp } && _document.Child(child, Dependency.Mark) is var mark && mark > thing && mark < child) return true;
        }

        return false;
    }

    private static bool Agrees(ActorChainDraft chain, FunctionWords.Pronoun pronoun)
    {
        if (pronoun.IsPlural) return chain.IsPlural || !chain.IsPerson;
        if (pronoun.Gender == Gender.N) return !chain.IsPerson && !chain.IsPlural;
        return chain.IsPerson && !chain.IsPlural && (chain.Gender == Gender.Unknown || chain.Gender == pronoun.Gender);
    }

    /// <summary>Subject and object of one verb are not the same.</summary>
    private bool SharesVerb(int head, int token) =>
        _document[head].Head >= 0 && _document[head].Head == _document[token].Head && _document[token].Relation != Dependency.Conj;
}
