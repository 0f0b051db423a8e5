namespace Ascribe.Times;

/// <summary>A folded form that the lexicon or a rule of a grammar knows. There is one object a form, so that two are equal where they are the same.</summary>
internal sealed class TimeForm
{
    /// <summary>The words of the lexicon that begin with it, the longest first.</summary>
    public List<TimeWord> Words { get; } = [];

    public bool Is(TimeClass name)
    {
        foreach (var word in Words)
        {
            if (word.Class == name && word.Length == 1) return true;
        }

        return false;
    }
}
