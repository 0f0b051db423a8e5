using Ascribe.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Ascribe.Desk.People;

/// <summary>
/// Accounts with passwords. Passwords are kept as PBKDF2 with HMAC-SHA-512, 128 bits of salt and the number of rounds that the OWASP Password Storage Cheat Sheet
/// (2023) asks for; who guesses is locked out for longer and longer.
/// </summary>
internal sealed class Accounts(PeopleFile file, TimeProvider clock)
{
    private const int Rounds = 210_000;
    private const int ShortestPassword = 12;
    private const int LongestPassword = 128;
    private const int LongestName = 64;

    /// <summary>So many wrong passwords in a row are free.</summary>
    private const int FreeFailures = 5;

    private static readonly TimeSpan s_firstLock = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestLock = TimeSpan.FromMinutes(15);

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Who is unknown takes as long to refuse as who is known.</summary>
    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds })).HashPassword("", Secret.New()));

    public bool Any => file.Number("SELECT count(*) FROM person") > 0;

    public IReadOnlyList<Person> All => file.List("SELECT name, role, disabled, version FROM person ORDER BY name", PersonOf);

    public Person? Find(string name) => file.List("SELECT name, role, disabled, version FROM person WHERE name = $1", PersonOf, name).FirstOrDefault();

    /// <summary>What keeps a name and password from being an account's, in a sentence; null: nothing does.</summary>
    public static string? Fault(string name, string password)
    {
        if (name.Length is 0 or > LongestName || name.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ':' or '/' or '"'))
            return $"A name has 1 to {LongestName} characters without blanks, colons, slashes and quotation marks.";
        return PasswordFault(name, password);
    }

    public static string? PasswordFault(string name, string password) => password switch
    {
        { Length: < ShortestPassword or > LongestPassword } => $"A password has {ShortestPassword} to {LongestPassword} characters.",
        _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => "A password does not hold the name.",
        _ when password.Distinct().Count() < 4 => "A password has more than three different characters.",
        _ => null,
    };

    /// <returns>False: there is an account of this name.</returns>
    public bool Add(string name, Role role, string password)
    {
        try
        {
            file.Execute("INSERT INTO person (name, role, password) VALUES ($1, $2, $3)", name, RecordJson.NameOf(role), _hasher.HashPassword(name, password));
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19)
        {
            return false;
        }
    }

    /// <summary>Whose name and password these are; null: nobody's, or the account is locked or disabled. Which of these it is, is not told.</summary>
    public Person? SignIn(string name, string password)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var rows = file.List("SELECT name, password, failures, locked_until, disabled FROM person WHERE name = $1", r => (Name: r.GetString(0), Password: r.GetString(1), Failures: r.GetInt32(2), LockedUntil: r.GetInt64(3), Disabled: r.GetInt32(4) != 0), name);
        if (rows.Count == 0)
        {
            _hasher.VerifyHashedPassword(name, _nobody.Value, password);
            return null;
        }

        var known = rows[0];
        if (known.LockedUntil > now) return null;
        if (_hasher.VerifyHashedPassword(known.Name, known.Password, password) == PasswordVerificationResult.Failed)
        {
            var lasts = known.Failures + 1 < FreeFailures ? TimeSpan.Zero : s_firstLock * Math.Pow(2, Math.Min(10, known.Failures + 1 - FreeFailures));
            file.Execute("UPDATE person SET failures = failures + 1, locked_until = $2 WHERE name = $1", name, now + (long)Math.Min(lasts.TotalSeconds, s_longestLock.TotalSeconds));
            return null;
        }

        if (known.Disabled) return null;
        file.Execute("UPDATE person SET failures = 0, locked_until = 0 WHERE name = $1", name);
        return Find(name);
    }

    /// <summary>Changes an account that nobody else has changed since; what is null stays. Its sessions end where it may do less or has another password.</summary>
    /// <returns>False: somebody else was first.</returns>
    public bool Change(Person person, Role? role, bool? disabled, string? password)
    {
        var changed = file.Execute(
            """
            UPDATE person SET role = coalesce($3, role), disabled = coalesce($4, disabled), password = coalesce($5, password), failures = 0, locked_until = 0, version = version + 1
            WHERE name = $1 AND version = $2
            """,
            person.Name, person.Version, role is { } r ? RecordJson.NameOf(r) : null, disabled is { } d ? d ? 1 : 0 : null, password is null ? null : _hasher.HashPassword(person.Name, password));
        if (changed > 0 && (role < person.Role || disabled == true || password is not null)) file.Execute("DELETE FROM session WHERE person = $1", person.Name);
        return changed > 0;
    }

    /// <summary>Whether anybody else could still keep the accounts.</summary>
    public bool IsLastAdmin(string name) => file.Number("SELECT count(*) FROM person WHERE role = 'admin' AND disabled = 0 AND name <> $1", name) == 0;

    private static Person PersonOf(SqliteDataReader row) => new(row.GetString(0), RoleOf(row.GetString(1)), row.GetInt32(2) != 0, row.GetInt64(3));

    private static Role RoleOf(string name) => Enum.GetValues<Role>().First(r => RecordJson.NameOf(r) == name);
}
