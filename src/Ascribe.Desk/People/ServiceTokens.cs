using Ascribe.Dossiers.Review;
using Microsoft.Data.Sqlite;

namespace Ascribe.Desk.People;

/// <summary>A token of a program, without its secret.</summary>
/// <param name="Clearance">The strictest marking of reports that it sees.</param>
/// <param name="Expires">Unix seconds.</param>
internal sealed record ServiceToken(string Id, string Name, Right Rights, Tlp Clearance, string MadeBy, long Made, long Expires);

/// <summary>Tokens by which other programs come in: each has a name, rights, an end, and can be taken back. The secret is shown once and kept as a hash.</summary>
internal sealed class ServiceTokens(PeopleFile file, TimeProvider clock)
{
    /// <summary>What every secret begins with, so that it is found where it was left lying.</summary>
    private const string Prefix = "ascribe_";

    private const string Columns = "id, name, rights, marking, made_by, made, expires";

    public IReadOnlyList<ServiceToken> All => file.List($"SELECT {Columns} FROM token ORDER BY made", TokenOf);

    public (ServiceToken Token, string Secret) Add(string name, Right rights, Tlp clearance, string madeBy, TimeSpan lasts)
    {
        var secret = Prefix + Secret.New();
        var now = clock.GetUtcNow();
        var token = new ServiceToken(Secret.New()[..12], name, rights, clearance, madeBy, now.ToUnixTimeSeconds(), (now + lasts).ToUnixTimeSeconds());
        file.Execute("INSERT INTO token (id, hash, name, rights, marking, made_by, made, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", token.Id, Secret.HashOf(secret), name, (int)rights, TlpLabel.Of(clearance), madeBy, token.Made, token.Expires);
        return (token, secret);
    }

    /// <summary>The token of a secret; null: there is none, or it has expired.</summary>
    public ServiceToken? Find(string secret) =>
        file.List($"SELECT {Columns} FROM token WHERE hash = $1 AND expires > $2", TokenOf, Secret.HashOf(secret), clock.GetUtcNow().ToUnixTimeSeconds()).FirstOrDefault();

    /// <returns>False: there is none of this id.</returns>
    public bool Remove(string id) => file.Execute("DELETE FROM token WHERE id = $1", id) > 0;

    private static ServiceToken TokenOf(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), (Right)row.GetInt32(2), TlpLabel.TryParse(row.GetString(3), out var clearance) ? clearance : Tlp.Clear, row.GetString(4), row.GetInt64(5), row.GetInt64(6));
}
