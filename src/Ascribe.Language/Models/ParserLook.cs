namespace Ascribe.Language.Models;

/// <summary>
/// What the parser sees of its state: the words at its <see cref="SentenceNetwork.Positions"/>, and traits, each a row of
/// <see cref="SentenceNetwork.Traits"/>: the relations and tags of the outermost children, distances and numbers of children.
/// </summary>
internal static class ParserLook
{
    public const int Traits = 2 * Children + Distances;

    public const int TraitRows = FirstDistance + 8 + 8 + 16 + 16 + 4;

    /// <summary>In place of a word: the position is empty, or holds the root.</summary>
    public const int NoWord = -1;
    public const int Root = -2;

    private const int Children = 5;
    private const int Distances = 5;

    private const int FirstRelation = 2 * SentenceNetwork.Positions;
    private const int FirstTag = FirstRelation + Children * 64;
    private const int FirstDistance = FirstTag + Children * 64;

    /// <summary>Relation or tag of a child that is not there.</summary>
    private const int None = 63;

    /// <param name="tags">The tags of the sentence.</param>
    /// <param name="words">Takes the word at each position, <see cref="NoWord"/> or <see cref="Root"/>.</param>
    /// <param name="traits">Takes the rows of the traits.</param>
    public static void At(ParserState state, ReadOnlySpan<PartOfSpeech> tags, Span<int> words, Span<int> traits)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), b0 = state.Buffer;
        words[0] = s0;
        words[1] = s1;
        words[2] = s2;
        words[3] = b0 == state.Count ? Root : b0;
        var n = 0;
        Child(0, s0 < 0 ? -1 : state.Left[s0], state, tags, traits, ref n);
        Child(1, s0 < 0 ? -1 : state.Right[s0], state, tags, traits, ref n);
        Child(2, s1 < 0 ? -1 : state.Left[s1], state, tags, traits, ref n);
        Child(3, s1 < 0 ? -1 : state.Right[s1], state, tags, traits, ref n);
        Child(4, state.Left[b0], state, tags, traits, ref n);
        traits[n++] = FirstDistance + (s0 < 0 ? 7 : Math.Min(b0 - s0 - 1, 6));
        traits[n++] = FirstDistance + 8 + (s1 < 0 ? 7 : Math.Min(s0 - s1 - 1, 6));
        traits[n++] = FirstDistance + 16 + (s0 < 0 ? 0 : Valency(state, s0));
        traits[n++] = FirstDistance + 32 + (s1 < 0 ? 0 : Valency(state, s1));
        traits[n] = FirstDistance + 48 + Math.Min(state.LeftCount[b0], 3);
    }

    /// <summary>The row of <see cref="SentenceNetwork.Traits"/> for a position without a word.</summary>
    public static int RowOf(int position, int noWord) => 2 * position + (noWord == NoWord ? 0 : 1);

    private static void Child(int place, int child, ParserState state, ReadOnlySpan<PartOfSpeech> tags, Span<int> traits, ref int n)
    {
        traits[n++] = FirstRelation + place * 64 + (child < 0 ? None : (int)state.Labels[child]);
        traits[n++] = FirstTag + place * 64 + (child < 0 ? None : (int)tags[child]);
    }

    private static int Valency(ParserState state, int word) => Math.Min(state.LeftCount[word], 3) * 4 + Math.Min(state.RightCount[word], 3);
}
