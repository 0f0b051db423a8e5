namespace Ascribe.Language.Models;

/// <summary>
/// Greedy arc-hybrid parser (Kuhlmann et al. 2011; dynamic oracle of Goldberg &amp; Nivre 2013): one linear model chooses among shift,
/// left-arc and right-arc, a second one names the arc. Two actions a word, always a tree with one root a sentence.
/// </summary>
internal sealed class DependencyParser
{
    public const string FileName = "parser";
    public const int ActionFeatureCount = 52;
    public const int LabelFeatureCount = 30;
    public const int ActionBits = 20;
    public const int LabelBits = 17;
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;
    public const int Actions = 3;

    private const uint None = 0x51ED270B;
    private const uint NoTag = 98;

    [ThreadStatic]
    private static WordFeatures? t_words;

    [ThreadStatic]
    private static ParserState? t_state;

    private readonly LinearModel _actions;
    private readonly LinearModel _labels;

    public DependencyParser(LinearModel actions, LinearModel labels)
    {
        _actions = actions;
        _labels = labels;
    }

    public static DependencyParser Load(ModelStore store)
    {
        var tables = store.Read(FileName);
        return new DependencyParser(tables[0], tables[1]);
    }

    /// <summary>Gives heads and relations. Parts of speech must be there.</summary>
    public void Parse(Document document)
    {
        var words = t_words ??= new WordFeatures();
        var state = t_state ??= new ParserState();
        Span<uint> features = stackalloc uint[ActionFeatureCount];
        Span<uint> labelFeatures = stackalloc uint[LabelFeatureCount];
        Span<short> scores = stackalloc short[Math.Max(_actions.Stride, _labels.Stride)];
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            var tags = document.Tags.AsSpan(tokens.First, tokens.Count);
            words.Load(document, tokens);
            state.Start(tokens.Count);
            while (!state.IsDone)
            {
                var action = Only(state);
                if (action < 0)
                {
                    ActionFeatures(words, tags, state, features);
                    _actions.Score(features, scores);
                    action = Choose(state, scores);
                }

                if (action == Shift)
                {
                    state.Shift();
                    continue;
                }

                var dependent = state.Stack(0);
                var head = action == Left ? state.Buffer : state.Stack(1);
                var label = Dependency.Root;
                if (head < state.Count)
                {
                    LabelFeatures(words, tags, state, head, dependent, labelFeatures);
                    label = (Dependency)_labels.Best(labelFeatures, scores);
                    if (label is Dependency.Root or Dependency.Unknown) label = Dependency.Dep;
                }

                if (action == Left) state.LeftArc(label);
                else state.RightArc(label);
            }

            for (var i = 0; i < tokens.Count; i++)
            {
                document.Heads[tokens.First + i] = state.Heads[i] == tokens.Count ? -1 : tokens.First + state.Heads[i];
                document.Relations[tokens.First + i] = state.Labels[i];
            }
        }
    }

    /// <summary>The action of a state that allows one only, or -1.</summary>
    private static int Only(ParserState state) => (state.CanShift, state.CanLeft, state.CanRight) switch
    {
        (true, false, false) => Shift,
        (false, true, false) => Left,
        (false, false, true) => Right,
        _ => -1,
    };

    /// <summary>The best action that the state allows.</summary>
    public static int Choose(ParserState state, ReadOnlySpan<short> scores)
    {
        var best = -1;
        if (state.CanShift) best = Shift;
        if (state.CanLeft && (best < 0 || scores[Left] > scores[best])) best = Left;
        if (state.CanRight && (best < 0 || scores[Right] > scores[best])) best = Right;
        return best;
    }

    public static void ActionFeatures(WordFeatures words, ReadOnlySpan<PartOfSpeech> tags, ParserState state, Span<uint> f)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), b0 = state.Buffer, b1 = b0 + 1, b2 = b0 + 2;
        uint s0w = Word(words, s0), s1w = Word(words, s1), b0w = Word(words, b0), b1w = Word(words, b1);
        uint s0t = Tag(tags, s0), s1t = Tag(tags, s1), s2t = Tag(tags, s2), b0t = Tag(tags, b0), b1t = Tag(tags, b1), b2t = Tag(tags, b2);
        uint s0l = Child(tags, state.Left, s0), s0r = Child(tags, state.Right, s0), b0l = Child(tags, state.Left, b0);
        uint s1l = Child(tags, state.Left, s1), s1r = Child(tags, state.Right, s1);
        uint s0ll = ChildLabel(state, state.Left, s0), s0rl = ChildLabel(state, state.Right, s0), b0ll = ChildLabel(state, state.Left, b0);
        uint s1rl = ChildLabel(state, state.Right, s1), s1ll = ChildLabel(state, state.Left, s1);
        uint s0v = Valency(state, s0), s1v = Valency(state, s1), b0v = b0 < state.Count ? (uint)Math.Min(state.LeftCount[b0], 3) : 9;
        var distance = s0 < 0 ? 0u : (uint)Math.Min(b0 - s0, 6);
        var distance1 = s1 < 0 ? 0u : (uint)Math.Min(s0 - s1, 6);
        var n = 0;
        f[n++] = FeatureHash.Mix(101, s0w, s0t);
        f[n++] = FeatureHash.Mix(102, s0w);
        f[n++] = FeatureHash.Mix(103, s0t);
        f[n++] = FeatureHash.Mix(104, s1w, s1t);
        f[n++] = FeatureHash.Mix(105, s1w);
        f[n++] = FeatureHash.Mix(106, s1t);
        f[n++] = FeatureHash.Mix(107, b0w, b0t);
        f[n++] = FeatureHash.Mix(108, b0w);
        f[n++] = FeatureHash.Mix(109, b0t);
        f[n++] = FeatureHash.Mix(110, b1w, b1t);
        f[n++] = FeatureHash.Mix(111, b1t);
        f[n++] = FeatureHash.Mix(112, b2t);
        f[n++] = FeatureHash.Mix(113, s2t);
        f[n++] = FeatureHash.Mix(114, s0w, s0t, FeatureHash.Mix(1, b0w, b0t));
        f[n++] = FeatureHash.Mix(115, s0w, s0t, b0t);
        f[n++] = FeatureHash.Mix(116, s0t, FeatureHash.Mix(1, b0w, b0t));
        f[n++] = FeatureHash.Mix(117, s0w, b0w);
        f[n++] = FeatureHash.Mix(118, s0t, b0t);
        f[n++] = FeatureHash.Mix(119, s0w, b0t);
        f[n++] = FeatureHash.Mix(120, s0t, b0w);
        f[n++] = FeatureHash.Mix(121, s1t, s0t);
        f[n++] = FeatureHash.Mix(122, s1w, s0w);
        f[n++] = FeatureHash.Mix(123, s1w, s0t);
        f[n++] = FeatureHash.Mix(124, s1t, s0w);
        f[n++] = FeatureHash.Mix(125, s1t, s0t, b0t);
        f[n++] = FeatureHash.Mix(126, s0t, b0t, b1t);
        f[n++] = FeatureHash.Mix(127, b0t, b1t, b2t);
        f[n++] = FeatureHash.Mix(128, s2t, s1t, s0t);
        f[n++] = FeatureHash.Mix(129, s1t, s0t, FeatureHash.Mix(2, b0t, b1t));
        f[n++] = FeatureHash.Mix(130, s0t, s0l, b0t);
        f[n++] = FeatureHash.Mix(131, s0t, s0r, b0t);
        f[n++] = FeatureHash.Mix(132, s0t, b0t, b0l);
        f[n++] = FeatureHash.Mix(133, s1t, s0t, s0l);
        f[n++] = FeatureHash.Mix(134, s1t, s0t, s0r);
        f[n++] = FeatureHash.Mix(135, s1t, s1r, s0t);
        f[n++] = FeatureHash.Mix(136, s1t, s1l, s0t);
        f[n++] = FeatureHash.Mix(137, s0w, s0ll, s0rl);
        f[n++] = FeatureHash.Mix(138, s0t, s0ll, s0rl);
        f[n++] = FeatureHash.Mix(139, b0t, b0ll);
        f[n++] = FeatureHash.Mix(140, s0w, s0v);
        f[n++] = FeatureHash.Mix(141, s0t, s0v, b0t);
        f[n++] = FeatureHash.Mix(142, b0t, b0v, s0t);
        f[n++] = FeatureHash.Mix(143, s0t, distance, b0t);
        f[n++] = FeatureHash.Mix(144, s1t, distance1, s0t);
        f[n++] = FeatureHash.Mix(145, s0w, distance, b0w);
        f[n++] = FeatureHash.Mix(146, s1t, s1rl, s0w);
        f[n++] = FeatureHash.Mix(147, s1w, s1v, s0t);
        f[n++] = FeatureHash.Mix(148, s0t, s1t, FeatureHash.Mix(3, s1v, b0w));
        f[n++] = FeatureHash.Mix(149, s1w, s1ll, s0t);
        f[n++] = FeatureHash.Mix(150, s0w, b1t, b0t);
        f[n++] = FeatureHash.Mix(151, s1w, s0w, b0t);
        f[n] = FeatureHash.Mix(152, s1t, s0t, b0w);
    }

    public static void LabelFeatures(WordFeatures words, ReadOnlySpan<PartOfSpeech> tags, ParserState state, int head, int dependent, Span<uint> f)
    {
        uint hw = Word(words, head), dw = Word(words, dependent), ht = Tag(tags, head), dt = Tag(tags, dependent);
        var before = head < dependent ? 1u : 0u;
        var distance = (uint)Math.Min(Math.Abs(head - dependent), 6);
        int first = dependent;
        if (state.Left[dependent] >= 0) first = state.Left[dependent];
        uint firstWord = Word(words, first), firstTag = Tag(tags, first);
        uint firstLabel = ChildLabel(state, state.Left, dependent), lastLabel = ChildLabel(state, state.Right, dependent);
        uint secondLeft = state.Left2[dependent] < 0 ? 98 : (uint)state.Labels[state.Left2[dependent]];
        uint headLeft = ChildLabel(state, state.Left, head), headRight = ChildLabel(state, state.Right, head);
        uint headLeft2 = state.Left2[head] < 0 ? 98 : (uint)state.Labels[state.Left2[head]];
        var n = 0;
        f[n++] = FeatureHash.Mix(201, hw, before);
        f[n++] = FeatureHash.Mix(202, dw, before);
        f[n++] = FeatureHash.Mix(203, ht, dt, before);
        f[n++] = FeatureHash.Mix(204, hw, dw, before);
        f[n++] = FeatureHash.Mix(205, hw, dt, before);
        f[n++] = FeatureHash.Mix(206, ht, dw, before);
        f[n++] = FeatureHash.Mix(207, ht, dt, FeatureHash.Mix(4, before, distance));
        f[n++] = FeatureHash.Mix(208, firstWord, ht, before);
        f[n++] = FeatureHash.Mix(209, firstWord, hw, dt);
        f[n++] = FeatureHash.Mix(210, firstTag, dt, ht);
        f[n++] = FeatureHash.Mix(211, firstLabel, dt, ht);
        f[n++] = FeatureHash.Mix(212, lastLabel, dt, ht);
        f[n++] = FeatureHash.Mix(213, headLeft, dt, FeatureHash.Mix(5, before, ht));
        f[n++] = FeatureHash.Mix(214, headRight, dt, FeatureHash.Mix(5, before, ht));
        f[n++] = FeatureHash.Mix(215, headRight, hw, dt);
        f[n++] = FeatureHash.Mix(216, headLeft, headLeft2, FeatureHash.Mix(6, dt, before));
        f[n++] = FeatureHash.Mix(217, Tag(tags, dependent - 1), dt, FeatureHash.Mix(7, ht, before));
        f[n++] = FeatureHash.Mix(218, Tag(tags, dependent + 1), dt, FeatureHash.Mix(7, ht, before));
        f[n++] = FeatureHash.Mix(219, Word(words, dependent - 1), dt, ht);
        f[n++] = FeatureHash.Mix(220, Word(words, dependent + 1), dt, ht);
        f[n++] = FeatureHash.Mix(221, Tag(tags, head - 1), dt, FeatureHash.Mix(7, ht, before));
        f[n++] = FeatureHash.Mix(222, Tag(tags, head + 1), dt, FeatureHash.Mix(7, ht, before));
        f[n++] = FeatureHash.Mix(223, dependent < words.Count ? words.Suffix3[dependent] : None, ht, before);
        f[n++] = FeatureHash.Mix(224, dt, (uint)Math.Min(state.LeftCount[dependent], 3), (uint)Math.Min(state.RightCount[dependent], 3));
        f[n++] = FeatureHash.Mix(225, secondLeft, firstLabel, dt);
        f[n++] = FeatureHash.Mix(226, firstWord, dw);
        f[n++] = FeatureHash.Mix(227, Word(words, state.Left2[dependent]), dt, ht);
        f[n++] = FeatureHash.Mix(228, dt, distance, firstLabel);
        f[n++] = FeatureHash.Mix(229, headLeft, firstLabel, FeatureHash.Mix(8, ht, dt));
        f[n] = FeatureHash.Mix(230, (uint)words.Shape(dependent), (uint)words.Shape(head), FeatureHash.Mix(9, dt, ht));
    }

    private static uint Word(WordFeatures words, int i) => i >= 0 && i < words.Count ? words.Forms[i] : i == words.Count ? None + 1 : None;

    private static uint Tag(ReadOnlySpan<PartOfSpeech> tags, int i) => i >= 0 && i < tags.Length ? (uint)tags[i] : i == tags.Length ? 97 : NoTag;

    private static uint Child(ReadOnlySpan<PartOfSpeech> tags, int[] children, int i) => i < 0 || i >= tags.Length ? NoTag : Tag(tags, children[i]);

    private static uint ChildLabel(ParserState state, int[] children, int i) =>
        i < 0 || i >= state.Count || children[i] < 0 ? 98 : (uint)state.Labels[children[i]];

    private static uint Valency(ParserState state, int i) =>
        i < 0 ? 99 : (uint)(Math.Min(state.LeftCount[i], 3) * 4 + Math.Min(state.RightCount[i], 3));
}
