using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Lab.Coding;

/// <summary>
/// What a sentence tells, as one event of PLOVER. Words tell deeds ("shelled"), things ("troops") or operators ("agreed to", "lifted", "will not"),
/// which make another event of what they govern in the parse; events and claims of the reading fill in where the lexicon has no word.
/// </summary>
internal sealed class SentenceCoder(PloverScheme scheme, CodingLexicon lexicon, EventTypes types)
{
    /// <summary>How deep operators and phrases are followed.</summary>
    private const int MaxDepth = 12;

    /// <summary>The operator of what somebody is told to do.</summary>
    private const string Must = "must";

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
            var coded = new Walk(this, reading, sentence).Code();
            if (coded is not null && scheme.ClassOf(coded.Code) != 0) return coded;
            statement ??= coded;
        }

        return statement ?? new CodedEvent(PloverScheme.Statement, 0);
    }

    /// <summary>The code of an event type: the first that the ontology lists for PLOVER, which leaves out what is only said: a statement.</summary>
    public string CodeOf(string type) => types[type].Codes["plover"] is [var first, ..] ? first : PloverScheme.Statement;

    private Dictionary<int, string> WordsOf(Document document, TokenRange sentence) => lexicon.Read(document, sentence);

    /// <summary>The coding of one sentence.</summary>
    private sealed class Walk
    {
        private readonly SentenceCoder _coder;
        private readonly Document _document;
        private readonly TokenRange _sentence;
        private readonly Dictionary<int, string> _words;

        public Walk(SentenceCoder coder, Reading reading, int sentence)
        {
            _coder = coder;
            _document = reading.Mentions.Document;
            _sentence = _document.SentenceTokens(sentence);
            _words = coder.WordsOf(_document, _sentence);
            foreach (var attribution in reading.Attributions)
            {
                if (_sentence.Contains(attribution.Cue) && !attribution.Cue.IsEmpty) _words.TryAdd(HeadOf(attribution.Cue), coder.Scheme.CodeOf(attribution.Stance));
            }

            foreach (var mention in reading.EventMentions)
            {
                if (mention.Sentence == sentence) _words.TryAdd(mention.Head, coder.CodeOf(mention.Type));
            }
        }

        /// <summary>The event nearest to the sentence's root; of several at one depth the first. Who does it tells what only where nothing else does.</summary>
        public CodedEvent? Code()
        {
            return Search(withSubjects: false) ?? Search(withSubjects: true);
        }

        private CodedEvent? Search(bool withSubjects)
        {
            var level = new List<int>();
            for (var t = _sentence.First; t < _sentence.End; t++)
            {
                if (_document[t].Head < 0) level.Add(t);
            }

            while (level.Count > 0)
            {
                foreach (var token in level)
                {
                    if (Meaning(token, 0) is { } code && _coder.Scheme.IsEvent(code)) return new CodedEvent(code, token);
                }

                level = [.. level.SelectMany(t => _document.Children(t).ToArray()).Where(t => withSubjects || !_document[t].Relation.IsSubject())];
            }

            return null;
        }

        /// <summary>What the word and all that it governs come to: a root, a thing or null.</summary>
        private string? Meaning(int token, int depth)
        {
            if (depth > MaxDepth) return null;
            var scheme = _coder.Scheme;
            string? meaning;
            if (!_words.TryGetValue(token, out var word)) meaning = Inner(token, null, depth);
            else if (scheme.IsOperator(word)) meaning = Inner(token, word, depth);
            else meaning = word;

            if (meaning is not null && MisreadVerb(token) is { } verb) meaning = scheme.Apply(verb, meaning, out _) ?? meaning;
            foreach (var name in Modals(token))
            {
                meaning = scheme.Apply(name, meaning, out _) ?? meaning;
            }

            return meaning;
        }

        /// <summary>What an operator, or a word without a meaning of its own (null), makes of what hangs on it.</summary>
        private string? Inner(int token, string? name, int depth)
        {
            string? provisional = null;
            foreach (var child in Arguments(token, name is not null && _coder.Scheme.IsIntransitive(name)))
            {
                if (Meaning(child, depth + 1) is not { } argument) continue;
                if (name is null) return argument;
                var result = _coder.Scheme.Apply(name, argument, out var isProvisional);
                if (result is not null && !isProvisional) return result;
                provisional ??= result;
            }

            return name is null ? null : provisional ?? _coder.Scheme.Apply(name, null, out _);
        }

        /// <summary>What a word governs, likeliest complement first.</summary>
        private List<int> Arguments(int token, bool isIntransitive)
        {
            var found = new List<(int Rank, int Token)>();
            bool isPassive = false, isComplete = false;
            foreach (var child in _document.Children(token))
            {
                isPassive |= _document[child].Relation == Dependency.NsubjPass;
                isComplete |= _document[child].Relation is Dependency.NsubjPass or Dependency.Obj or Dependency.Ccomp or Dependency.Xcomp;
            }

            foreach (var child in _document.Children(token))
            {
                var rank = _document[child].Relation switch
                {
                    Dependency.Ccomp or Dependency.Xcomp => 0,
                    Dependency.NsubjPass => 1,
                    Dependency.Obj => isPassive ? 2 : 1,
                    Dependency.Iobj => 2,
                    Dependency.Amod or Dependency.Compound or Dependency.NmodDesc => _document[token].Tag.IsNoun() && !_document[child].Tag.IsVerb() ? 3 : -1,
                    Dependency.Nmod or Dependency.Obl or Dependency.Acl => 4,
                    // "sent planes to help", but not "rejected the offer, saying …".
                    Dependency.Advcl => !isComplete || HasInfinitive(child) ? 6 : -1,
                    Dependency.Parataxis => isComplete ? -1 : 6,
                    Dependency.Nsubj => isIntransitive && !isComplete ? 5 : -1,
                    _ => -1,
                };
                if (rank >= 0) found.Add((rank, child));
            }

            return [.. found.OrderBy(f => f.Rank).Select(f => f.Token)];
        }

        private bool HasInfinitive(int verb)
        {
            foreach (var child in _document.Children(verb))
            {
                if (_document[child].Tag == PartOfSpeech.TO) return true;
            }

            return false;
        }

        /// <summary>The operator of a verb that the parse took for a modifier of its object: "Japan lifted sanctions", "lifts blockade"; null where there is none.</summary>
        private string? MisreadVerb(int noun)
        {
            foreach (var child in _document.Children(noun))
            {
                if (child > noun || _document[child].Relation is not (Dependency.Amod or Dependency.Compound) || !_words.TryGetValue(child, out var name) || !_coder.Scheme.IsOperator(name)) continue;
                var tag = _document[child].Tag;
                if (tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP || tag == PartOfSpeech.VBN && child > _sentence.First && (_document[child - 1].Tag.IsNoun() || _document[child - 1].Relation == Dependency.Aux)) return name;
            }

            return null;
        }

        /// <summary>Modal operators that hang on a word, in the order in which they are applied.</summary>
        private IEnumerable<string> Modals(int token)
        {
            var found = new List<string>();
            foreach (var child in _document.Children(token))
            {
                if (_words.TryGetValue(child, out var name) && _coder.Scheme.IsModal(name)) found.Add(name);
            }

            if (IsSubjunctive(token)) found.Add(Must);
            return found.OrderBy(_coder.Scheme.OrderOf);
        }

        /// <summary>"insisted that the army leave": a bare verb with a subject in what is said; tagged as a plural it has a singular one.</summary>
        private bool IsSubjunctive(int token)
        {
            var tag = _document[token].Tag;
            if (tag is not (PartOfSpeech.VB or PartOfSpeech.VBP) || _document[token].Relation != Dependency.Ccomp) return false;
            var hasSubject = false;
            foreach (var child in _document.Children(token))
            {
                if (_document[child].Relation == Dependency.Aux || _document[child].Tag is PartOfSpeech.TO or PartOfSpeech.MD) return false;
                hasSubject |= _document[child].Relation.IsSubject() && (tag == PartOfSpeech.VB || _document[child].Tag == PartOfSpeech.NN && _document.Child(child, Dependency.Conj) < 0);
            }

            return hasSubject;
        }

        private int HeadOf(TokenRange tokens)
        {
            for (var t = tokens.First; t < tokens.End; t++)
            {
                if (_document[t].Head < 0 || !tokens.Contains(_document[t].Head)) return t;
            }

            return tokens.First;
        }
    }
}
