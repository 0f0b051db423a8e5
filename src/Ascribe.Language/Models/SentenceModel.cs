using System.Collections.Concurrent;

namespace Ascribe.Language.Models;

/// <summary>Gives a document tags, names and parse by a <see cref="SentenceNetwork"/>. Thread-safe.</summary>
internal sealed class SentenceModel
{
    /// <summary>In tokens. A reader keeps buffers for its longest document; those of a rare giant are not worth keeping.</summary>
    private const int LongestKept = 50_000;

    /// <summary>In tokens: sentences are encoded together until they have as many.</summary>
    private const int Together = 96;

    private readonly PackedNetwork _network;
    private readonly ConcurrentBag<Reader> _readers = [];

    public SentenceModel(SentenceNetwork network) => _network = new PackedNetwork(network);

    public static SentenceModel Load(ModelStore store) => new(store.Read(SentenceNetwork.FileName, SentenceNetwork.Read));

    /// <param name="shape">Replaces the shapes of words where it is given, as if the text had another case.</param>
    public void Analyze(Document document, WordShape? shape = null)
    {
        if (!_readers.TryTake(out var reader)) reader = new Reader(_network);
        reader.Analyze(document, shape);
        if (document.Count <= LongestKept) _readers.Add(reader);
    }

    private sealed class Reader
    {
        private readonly WordFeatures _words = new();
        private readonly SentenceEncoder _encoder;
        private readonly SentenceParser _parser;
        private readonly NameDecoder _names = new();

        public Reader(PackedNetwork network)
        {
            _encoder = new SentenceEncoder(network);
            _parser = new SentenceParser(network, _encoder);
        }

        public void Analyze(Document document, WordShape? shape)
        {
            _names.Start(document);
            for (var s = 0; s < document.SentenceCount;)
            {
                var first = s;
                _encoder.Start();
                while (s < document.SentenceCount && _encoder.Count < Together) Add(document, document.SentenceTokens(s++), shape);
                _encoder.Encode();
                for (var i = first; i < s; i++)
                {
                    _encoder.Enter(i - first);
                    Decide(document, document.SentenceTokens(i));
                }
            }

            document.Names = _names.Names(document);
        }

        private void Add(Document document, TokenRange tokens, WordShape? shape)
        {
            _words.Load(document, tokens, shape);
            _encoder.Add(_words);
            for (var i = 0; i < tokens.Count; i++)
            {
                var mayBeName = _words.Shapes[i] is WordShape.Capitalised or WordShape.Upper or WordShape.Mixed && !_words.IsCaseless;
                _names.Add(tokens.First + i, mayBeName ? _words.Words[i].Hash : 0);
            }
        }

        private void Decide(Document document, TokenRange tokens)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                document.Tags[tokens.First + i] = (PartOfSpeech)Rows.Best(_encoder.Tags(i));
                _names.Score(tokens.First + i, _encoder.Names(i));
            }

            _parser.Parse(document, tokens);
        }
    }
}
