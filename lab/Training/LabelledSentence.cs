using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>A sentence to learn from: its tree with tags, its names, or both.</summary>
/// <param name="Names">One class a word, see <see cref="Language.Models.NameClasses"/>.</param>
/// <param name="HasOtherNames">False where the corpus labels only persons, organisations and places: what is outside may be a name of another kind.</param>
internal sealed record LabelledSentence(Document Document, TreebankSentence? Tree, int[]? Names, bool HasOtherNames);
