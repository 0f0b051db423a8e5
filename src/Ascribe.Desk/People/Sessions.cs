namespace Ascribe.Desk.People;

/// <summary>Who is signed in. Of the secret that the cookie holds, only the hash is kept; a session ends when it is not used, at the latest after half a day, and whenever its person signs out.</summary>
internal sealed class Sessions(PeopleFile file, Accounts accounts, DeskOptions options, TimeProvider clock)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(12);

    /// <summary>Last uses are written down no more often than this.</summary>
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(1);

    /// <returns>The secret for the cookie, and the value that changes must bring in the header X-CSRF.</returns>
    public (string Secret, string Csrf) Begin(Person person)
    {
        var (secret, csrf, now) = (Secret.New(), Secret.New(), Now);
        file.Execute("DELETE FROM session WHERE begun < $1", now - (long)s_longest.TotalSeconds);
        file.Execute("INSERT INTO session (hash, person, csrf, begun, seen) VALUES ($1, $2, $3, $4, $4)", Secret.HashOf(secret), person.Name, csrf, now);
        return (secret, csrf);
    }

    /// <summary>Whose session it is; null: it has ended, or its person may no longer sign in.</summary>
    /// <param name="isUse">Whether it is used by being looked for.</param>
    public (Person Person, string Csrf)? Find(string secret, bool isUse)
    {
        var (hash, now) = (Secret.HashOf(secret), Now);
        var rows = file.List("SELECT person, csrf, begun, seen FROM session WHERE hash = $1", r => (Person: r.GetString(0), Csrf: r.GetString(1), Begun: r.GetInt64(2), Seen: r.GetInt64(3)), hash);
        if (rows.Count == 0) return null;
        var session = rows[0];
        if (now - session.Begun > s_longest.TotalSeconds || now - session.Seen > options.SessionIdle.TotalSeconds || accounts.Find(session.Person) is not { Disabled: false } person)
        {
            End(secret);
            return null;
        }

        if (isUse && now - session.Seen >= s_step.TotalSeconds) file.Execute("UPDATE session SET seen = $2 WHERE hash = $1", hash, now);
        return (person, session.Csrf);
    }

    public void End(string secret) => file.Execute("DELETE FROM session WHERE hash = $1", Secret.HashOf(secret));

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
