namespace Ascribe.Language.Coreference;

/// <summary>The weights that chains are found with.</summary>
/// <param name="Bounds">Those of <see cref="PhraseBounds"/>.</param>
/// <param name="Links">Those of <see cref="AntecedentFeatures"/>.</param>
internal sealed record CoreferenceModel(HashedWeights Bounds, HashedWeights Links)
{
    public const string FileName = "coref";

    public void Write(Stream stream)
    {
        Bounds.Write(stream);
        Links.Write(stream);
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static CoreferenceModel Read(Stream stream) => new(HashedWeights.Read(stream), HashedWeights.Read(stream));
}
