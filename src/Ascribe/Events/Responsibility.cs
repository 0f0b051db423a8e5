using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>One statement about who is responsible.</summary>
/// <param name="By">Actor ids of those who claim, acknowledge or deny.</param>
public sealed record ResponsibilityStatement(
    ResponsibilityStatus Status, IReadOnlyList<string> By, IReadOnlyList<string> Claims, IReadOnlyList<Quote> Spans);

/// <summary>What is said about who is responsible: the strongest statement first, and all of them.</summary>
public sealed record Responsibility(IReadOnlyList<ResponsibilityStatement> Statements)
{
    public static Responsibility NotStated { get; } = new([]);

    /// <summary>The statement that stands for the whole: claimed before acknowledged before denied before unclaimed.</summary>
    public ResponsibilityStatement Leading => Statements.OrderBy(s => s.Status is ResponsibilityStatus.NotStated ? 9 : (int)s.Status)
        .FirstOrDefault() ?? new ResponsibilityStatement(ResponsibilityStatus.NotStated, [], [], []);
}
