using System.Runtime.InteropServices;
using Ascribe.Language.Models;

namespace Ascribe.Language.Coreference;

/// <summary>The mentions of a document with their traits, and an index of the words that tie them together.</summary>
internal sealed class MentionTable
{
    private const uint Possessor = 1;

    /// <summary>How many content words of a phrase are kept: long ones must not cost the square of their length.</summary>
    private const int MostWords = 16;

    private readonly List<uint> _words = [];
    private readonly Dictionary<uint, int> _headCounts = [];
    private readonly Dictionary<uint, int> _textCounts = [];

    /// <param name="mentions">In text order.</param>
    public MentionTable(Document document, IReadOnlyList<Mention> mentions)
    {
        Document = document;
        Traits = new MentionTraits[mentions.Count];
        var lemmas = new uint[document.Count];
        for (var t = 0; t < lemmas.Length; t++) lemmas[t] = FeatureHash.Of(document.Lemmas[t]);
        Lemmas = lemmas;
        var names = new int[document.Count];
        for (var n = 0; n < document.Names.Count; n++) names.AsSpan(document.Names[n].Tokens.First, document.Names[n].Tokens.Count).Fill(n + 1);
        for (var m = 0; m < Traits.Length; m++)
        {
            Traits[m] = TraitsOf(mentions[m], names);
            CollectionsMarshal.GetValueRefOrAddDefault(_headCounts, Traits[m].HeadWord, out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(_textCounts, Traits[m].Text, out _)++;
        }
    }

    public Document Document { get; }

    public MentionTraits[] Traits { get; }

    /// <summary>The hash of each token's lemma.</summary>
    public uint[] Lemmas { get; }

    public ReadOnlySpan<uint> WordsOf(in MentionTraits mention) => CollectionsMarshal.AsSpan(_words)[mention.WordsFirst..mention.WordsEnd];

    /// <summary>How many mentions of the document go by the head word.</summary>
    public int CountOf(uint headWord) => _headCounts.GetValueOrDefault(headWord);

    /// <summary>How many mentions of the document have the words of a phrase.</summary>
    public int CountOfText(uint text) => _textCounts.GetValueOrDefault(text);

    private MentionTraits TraitsOf(Mention mention, int[] names)
    {
        var (tokens, head) = (mention.Tokens, mention.Head);
        var tag = Document.Tags[head];
        var traits = new MentionTraits
        {
            Mention = mention,
            Sentence = Document.SentenceOf(head),
            HeadWord = Lemmas[head],
            IsPlural = tag is PartOfSpeech.NNS or PartOfSpeech.NNPS,
            WordsFirst = _words.Count,
        };
        if (mention.Kind == MentionKind.Coordination)
        {
            traits.HeadWord = ~traits.HeadWord;
            traits.IsPlural = true;
        }

        if (mention.Kind == MentionKind.Pronoun)
        {
            traits.Pronoun = FeatureHash.Of(Document.Forms[head]);
            traits.Text = traits.Pronoun;
            traits.WordsEnd = traits.WordsFirst;
            return traits;
        }

        if (names[head] > 0 && mention.Kind != MentionKind.Coordination)
        {
            var name = Document.Names[names[head] - 1];
            traits.NameKind = (byte)(1 + name.Kind);
            traits.IsInsideName = !tokens.Contains(name.Tokens);
        }

        foreach (var child in Document.Children(head))
        {
            switch (Document.Relations[child])
            {
                case Dependency.Det:
                    traits.Determiner = FeatureHash.Of(Document.Forms[child]);
                    break;
                case Dependency.NmodPoss:
                    traits.Determiner = Possessor;
                    break;
                case Dependency.Flat when mention.Kind == MentionKind.Name && child < tokens.End && Document.Tags[child].IsNoun():
                    traits.HeadWord = Lemmas[child];
                    break;
                case Dependency.Acl or Dependency.AclRelcl:
                    traits.HasClause = true;
                    break;
            }
        }

        ReadWords(ref traits, tokens);
        return traits;
    }

    private void ReadWords(ref MentionTraits traits, TokenRange tokens)
    {
        var (text, initials, capitals) = (2166136261u, 2166136261u, 0);
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var tag = Document.Tags[t];
            if (tag == PartOfSpeech.POS || (t == tokens.First && tag is PartOfSpeech.DT or PartOfSpeech.PRPS)) continue;
            text = (text ^ Lemmas[t]) * 16777619;
            var first = Document.Text[Document.Spans[t].Start];
            if (char.IsUpper(first))
            {
                initials = (initials ^ first) * 16777619;
                capitals++;
            }

            if (_words.Count - traits.WordsFirst < MostWords && Lemmas[t] != traits.HeadWord && (tag.IsNoun() || tag.IsAdjective() || tag is PartOfSpeech.CD or PartOfSpeech.VBN or PartOfSpeech.VBG)) _words.Add(Lemmas[t]);
        }

        traits.Text = text;
        traits.WordsEnd = _words.Count;
        if (capitals > 1) traits.Initials = initials;
        if (tokens.Count <= 2 && IsAcronym(Document.Spans[traits.Mention.Head].In(Document.Text)))
        {
            initials = 2166136261u;
            foreach (var c in Document.Spans[traits.Mention.Head].In(Document.Text))
            {
                if (char.IsUpper(c)) initials = (initials ^ c) * 16777619;
            }

            traits.Acronym = initials;
        }
    }

    private static bool IsAcronym(ReadOnlySpan<char> form)
    {
        if (form.Length < 2) return false;
        foreach (var c in form)
        {
            if (!char.IsUpper(c) && c != '.') return false;
        }

        return true;
    }
}
