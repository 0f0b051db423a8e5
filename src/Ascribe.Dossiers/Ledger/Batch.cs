using System.Runtime.ExceptionServices;

namespace Ascribe.Dossiers.Ledger;

/// <summary>Work on the reports of a batch that do not need each other.</summary>
internal static class Batch
{
    /// <summary>One result for each item, in their order, made on all cores. What the work on one throws is thrown as it is.</summary>
    public static List<TResult> Of<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        try
        {
            return [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            throw;
        }
    }
}
