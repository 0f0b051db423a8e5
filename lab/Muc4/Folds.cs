namespace Ascribe.Lab.Muc4;

/// <summary>Parts of the documents, so that what one step says of a document to the next was learnt without it.</summary>
internal static class Folds
{
    public const int Count = 5;

    /// <summary>For each of so many items what was learnt from those of the other folds.</summary>
    /// <param name="train">Learns from items by their indices.</param>
    public static TLearnt[] Of<TLearnt>(int count, Func<IEnumerable<int>, TLearnt> train)
    {
        var learnt = new TLearnt[Count];
        Parallel.For(0, Count, fold => learnt[fold] = train(Enumerable.Range(0, count).Where(i => i % Count != fold)));
        return [.. Enumerable.Range(0, count).Select(i => learnt[i % Count])];
    }
}
