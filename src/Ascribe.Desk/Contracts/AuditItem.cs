using Ascribe.Desk.People;

namespace Ascribe.Desk.Contracts;

/// <summary>A line of the audit: who came in, took something out, or changed who may.</summary>
internal sealed record AuditItem(long Id, string At, string? Who, string What, string? About, string? Address)
{
    public static AuditItem Of(AuditLine line) => new(line.Id, TokenItem.TimeOf(line.At), line.Who, line.What, line.About, line.Address);
}
