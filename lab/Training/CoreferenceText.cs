using System.Text;
using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>A text of a corpus with chains: its gold tokens and sentences as a document without any other layer, and the gold columns.</summary>
/// <param name="Chains">The mentions by the corpus's number of their chain, single ones among them; those in several parts are left out.</param>
/// <param name="IsPronoun">Per token, whether the corpus has it as a pronoun.</param>
/// <param name="Heads">Per token, its gold governor in the document, or -1.</param>
internal sealed record CoreferenceText(string Id, Document Document, IReadOnlyDictionary<string, List<TokenRange>> Chains, bool[] IsPronoun, int[] Heads)
{
    /// <summary>Reads CoNLL-U whose MISC column holds <c>Entity=</c> with brackets as CoNLL-2012 and GUM write them.</summary>
    /// <param name="skipDocument">Documents to leave out, by their "newdoc id".</param>
    public static IEnumerable<CoreferenceText> Read(string path, Func<string, bool>? skipDocument = null)
    {
        var builder = new Builder("");
        foreach (var line in CorpusFiles.Lines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (builder.Count > 0 && !(skipDocument?.Invoke(builder.Id) ?? false)) yield return builder.Build();
                builder = new Builder(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
            }
            else if (line.Length == 0)
            {
                builder.EndSentence();
            }
            else if (line[0] != '#')
            {
                builder.Add(line.Split('\t'));
            }
        }

        if (builder.Count > 0 && !(skipDocument?.Invoke(builder.Id) ?? false)) yield return builder.Build();
    }

    /// <summary>The one token of the mention whose governor lies outside it by the gold tree; the first where there are several.</summary>
    public int HeadOf(TokenRange mention)
    {
        for (var t = mention.First; t < mention.End; t++)
        {
            if (!mention.Contains(Heads[t])) return t;
        }

        return mention.First;
    }

    /// <summary>The chains with their mentions that have a noun for a head, or with all; those of fewer than two mentions are left out.</summary>
    public static List<TokenRange[]> Scored(CoreferenceText gold, IEnumerable<IEnumerable<TokenRange>> chains, bool pronouns) =>
    [
        .. chains.Select(c => c.Where(m => pronouns || !gold.IsPronoun[gold.HeadOf(m)]).Distinct().ToArray()).Where(c => c.Length > 1),
    ];

    private sealed class Builder(string id)
    {
        private readonly List<string> _words = [];
        private readonly List<int> _firsts = [];
        private readonly List<int> _heads = [];
        private readonly List<bool> _pronouns = [];
        private readonly Dictionary<string, List<TokenRange>> _chains = [];
        private readonly Dictionary<string, Stack<int>> _open = [];
        private bool _inSentence;

        public string Id { get; } = id;

        public int Count => _words.Count;

        public void EndSentence() => _inSentence = false;

        public void Add(string[] cells)
        {
            if (cells[0].Contains('-', StringComparison.Ordinal) || cells[0].Contains('.', StringComparison.Ordinal)) return;
            if (!_inSentence) _firsts.Add(_words.Count);
            _inSentence = true;
            var token = _words.Count;
            _words.Add(cells[1]);
            _pronouns.Add(cells[3] == "PRON");
            _heads.Add(int.TryParse(cells[6], out var head) && head > 0 ? _firsts[^1] + head - 1 : -1);
            var entity = cells[9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
            if (entity is not null) ReadBrackets(entity["Entity=".Length..], token);
        }

        public CoreferenceText Build()
        {
            var text = new StringBuilder();
            var spans = new TextSpan[Count];
            for (var i = 0; i < Count; i++)
            {
                if (i > 0) text.Append(' ');
                spans[i] = new TextSpan(text.Length, text.Length + _words[i].Length);
                text.Append(_words[i]);
            }

            var document = new Document(text.ToString(), spans, [.. _words.Select(w => TokenForm.Fold(w))], [.. _firsts], [.. _firsts.Select(f => f == 0)]);
            return new CoreferenceText(Id, document, _chains, [.. _pronouns], [.. _heads]);
        }

        /// <summary>"(7-person-…" opens, "7)" closes, "(7-person-…)" does both; what follows the number is not looked at.</summary>
        private void ReadBrackets(string brackets, int token)
        {
            for (var i = 0; i < brackets.Length;)
            {
                var opens = brackets[i] == '(';
                if (opens) i++;
                var end = brackets.AsSpan(i).IndexOfAny('(', ')') is var at and >= 0 ? i + at : brackets.Length;
                var chain = brackets[i..end].Split('-')[0];
                var closes = end < brackets.Length && brackets[end] == ')';
                if (!_open.TryGetValue(chain, out var open)) _open[chain] = open = new Stack<int>();
                if (opens) open.Push(token);
                if (closes && open.TryPop(out var first) && !chain.Contains('[', StringComparison.Ordinal))
                {
                    if (!_chains.TryGetValue(chain, out var mentions)) _chains[chain] = mentions = [];
                    mentions.Add(new TokenRange(first, token + 1));
                }

                i = closes ? end + 1 : end;
            }
        }
    }
}
