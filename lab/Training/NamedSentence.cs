using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>Words with their classes of names (<see cref="Language.Models.NameClasses"/>); the source names the document.</summary>
internal sealed record NamedSentence(Document Document, int[] Classes, NameConvention Convention, string Source);
