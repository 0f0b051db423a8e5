namespace Ascribe.Language.Models;

/// <summary>A <see cref="SentenceNetwork"/> with its large matrices laid out for products. Immutable, shared by all threads.</summary>
internal sealed class PackedNetwork(SentenceNetwork weights)
{
    public SentenceNetwork Weights => weights;

    public PackedConvolutions Syntax { get; } = new(weights.Syntax);

    public PackedConvolutions Names { get; } = new(weights.Names);

    public PackedMatrix TagScores { get; } = new(weights.TagScores, SentenceNetwork.SyntaxSize, SentenceNetwork.TagStride);

    public PackedMatrix NameScores { get; } = new(weights.NameScores, SentenceNetwork.NameSize, SentenceNetwork.NameStride);

    public PackedMatrix Places { get; } = new(weights.Places, SentenceNetwork.SyntaxSize, SentenceNetwork.Positions * SentenceNetwork.StateSize);
}
