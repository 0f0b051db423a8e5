namespace Ascribe.Desk.People;

/// <summary>A line of the audit.</summary>
/// <param name="At">Unix seconds.</param>
/// <param name="Who">A person's name, "token:" and a token's, or null: nobody who is known.</param>
/// <param name="What">signed_in, exported …</param>
/// <param name="About">An id, a name or a query; never text of a report and never a secret.</param>
internal sealed record AuditLine(long Id, long At, string? Who, string What, string? About, string? Address);

/// <summary>Who came in, took something out, or changed who may.</summary>
internal sealed class AuditLog(PeopleFile file, TimeProvider clock)
{
    private const int LongestAbout = 500;

    public void Write(string? who, string what, string? about, string? address) =>
        file.Execute("INSERT INTO audit (at, who, what, about, address) VALUES ($1, $2, $3, $4, $5)", clock.GetUtcNow().ToUnixTimeSeconds(), who, what, about?.Length > LongestAbout ? about[..LongestAbout] : about, address);

    /// <summary>The last lines before a number, the newest first.</summary>
    public IReadOnlyList<AuditLine> Before(long id, int most) => file.List(
        "SELECT id, at, who, what, about, address FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2",
        r => new AuditLine(r.GetInt64(0), r.GetInt64(1), r.IsDBNull(2) ? null : r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5)), id, most);
}
