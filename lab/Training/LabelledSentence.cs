using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>A sentence to learn from: its tree with tags, its names, or both.</summary>
/// <param name="Names">For each word the classes of names (<see cref="Language.Models.NameClasses"/>) that it may have, as bits.</param>
internal sealed record LabelledSentence(Document Document, TreebankSentence? Tree, ulong[]? Names)
{
    public static LabelledSentence Of(NamedSentence sentence) => new(sentence.Document, null, sentence.Convention.Allowed(sentence.Classes));
}
