using System.Text;
using Ascribe.Language.Models;

namespace Ascribe.Dossiers.Merging;

/// <summary>What merging has learnt: how rare words are, and trees that tell whether two reports tell of one incident.</summary>
/// <param name="Words">How rare words are in general news.</param>
/// <param name="Trees">Over the numbers of <see cref="PairFeatures"/>.</param>
internal sealed record MergingModel(BackgroundWords Words, BoostedTrees Trees)
{
    /// <summary>A name for exactly these weights; empty for weights that come from no file.</summary>
    public string Version { get; private init; } = "";

    public const string FileName = "merging";

    /// <summary>ISO 639-2 "mul", several languages: the folder and the mark in the file.</summary>
    public const string Language = "mul";

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <exception cref="InvalidDataException">The model is missing or damaged; the message says which and how.</exception>
    public static MergingModel Load(string? modelsDirectory = null)
    {
        var store = ModelStore.Open(Language, modelsDirectory);
        var model = store.Read(FileName, Read) with { Version = store.Version };
        if (model.Trees.Features != PairFeatures.Count) throw new InvalidDataException($"models/{Language}/{FileName}.model: trees over {model.Trees.Features} numbers; {PairFeatures.Count} are told.");
        return model;
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Words.Write(writer);
        Trees.Write(writer);
    }

    private static MergingModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new MergingModel(BackgroundWords.Read(reader), BoostedTrees.Read(reader));
    }
}
