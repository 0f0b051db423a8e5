using Ascribe.Desk.People;
using Ascribe.Dossiers.Review;
using Microsoft.Data.Sqlite;

namespace Ascribe.Desk.Webhooks;

/// <summary>Webhooks and what waits to be sent to them. What is not sent yet outlives a restart.</summary>
internal sealed class WebhookBox(PeopleFile file, TimeProvider clock)
{
    /// <summary>What is waited after each try that failed; after the last it is given up.</summary>
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    private const string Columns = "webhook.id, url, query, secret, clearance, made_by, made";

    public IReadOnlyList<Webhook> All => file.List($"SELECT {Columns} FROM webhook ORDER BY made", WebhookOf);

    public Webhook Add(Uri url, string query, Tlp clearance, string madeBy)
    {
        var webhook = new Webhook(Secret.New()[..12], url, query, Secret.New(), clearance, madeBy, Now);
        file.Execute("INSERT INTO webhook (id, url, query, secret, clearance, made_by, made) VALUES ($1, $2, $3, $4, $5, $6, $7)", webhook.Id, url.AbsoluteUri, query, webhook.Secret, TlpLabel.Of(clearance), madeBy, webhook.Made);
        return webhook;
    }

    /// <returns>False: there is none of this id.</returns>
    public bool Remove(string id)
    {
        file.Execute("DELETE FROM delivery WHERE webhook = $1", id);
        return file.Execute("DELETE FROM webhook WHERE id = $1", id) > 0;
    }

    public void Post(Webhook to, string body) => file.Execute("INSERT INTO delivery (webhook, body, tries, due) VALUES ($1, $2, 0, $3)", to.Id, body, Now);

    /// <summary>What is due by now, the oldest first.</summary>
    public IReadOnlyList<Delivery> Due(int most) => file.List(
        $"SELECT {Columns}, delivery.id, body, tries FROM delivery JOIN webhook ON webhook.id = webhook WHERE due <= $1 ORDER BY delivery.id LIMIT $2",
        row => new Delivery(row.GetInt64(7), WebhookOf(row), row.GetString(8), row.GetInt32(9)), Now, most);

    public void Sent(Delivery delivery) => file.Execute("DELETE FROM delivery WHERE id = $1", delivery.Id);

    /// <summary>Tries it later, or gives it up.</summary>
    /// <returns>False: it was given up.</returns>
    public bool Failed(Delivery delivery)
    {
        if (delivery.Tries >= s_pauses.Length)
        {
            Sent(delivery);
            return false;
        }

        file.Execute("UPDATE delivery SET tries = tries + 1, due = $2 WHERE id = $1", delivery.Id, Now + (long)s_pauses[delivery.Tries].TotalSeconds);
        return true;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    private static Webhook WebhookOf(SqliteDataReader row) =>
        new(row.GetString(0), new Uri(row.GetString(1)), row.GetString(2), row.GetString(3), TlpLabel.TryParse(row.GetString(4), out var clearance) ? clearance : Tlp.Clear, row.GetString(5), row.GetInt64(6));
}
