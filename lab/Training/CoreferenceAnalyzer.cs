using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Gives documents with gold tokens and sentences the layers that chains are read from.</summary>
internal sealed class CoreferenceAnalyzer(string? modelsDirectory)
{
    private readonly SentenceModel _model = SentenceModel.Load(ModelStore.Open("en", modelsDirectory));
    private readonly Lemmatizer _lemmatizer = Lemmatizer.Load("en");

    public void Analyze(Document document)
    {
        _model.Analyze(document);
        document.Lemmas = _lemmatizer.Lemmas(document);
    }
}
