using Ascribe.Cli.Commands;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Webhooks;
using Ascribe.Dossiers.Search;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>What people ask with: words, areas, days, names, addresses, the query strings and cursors of the desk.</summary>
internal static class QueryTargets
{
    private static readonly LocalDate s_today = new(2024, 3, 5);

    public static IEnumerable<FuzzTarget> All()
    {
        var index = new Lazy<SqliteCommand>(Index);
        return
        [
            FuzzTarget.OfText("text-query", () => ["market bomb", "\"car bomb\" OR mine", "bomb* NOT (market AND tikrit)", "(a-b OR \"l'œuf\"*) harbour"], text => TakeWords(text, index.Value)) with { Refusals = [typeof(FormatException)] },
            FuzzTarget.OfText("area", () => ["33.3,44.4,25", "33.2,44.2 33.2,44.6 33.5,44.4", "-89.9,179.9,20000"], TakeArea),
            FuzzTarget.OfText("dossier-query", () => ["since=2024-03-01&until=2024-03-05&type=bombing&country=IQ&place=Tikrit*", "near=33.3,44.4,25&actor=brigade&speaker=police&stance=denies&responsibility=claimed", "?q=bomb*+NOT+mine&several=true&disagreement=false&sort=latest&polygon=33.2,44.2%2033.2,44.6%2033.5,44.4"], text => TakeQuery(text, index.Value)) with { Refusals = [typeof(ProblemException)] },
            FuzzTarget.OfText("cursor", () => [Paging.CursorOf("12"), Paging.CursorOf("d0123456789"), Paging.CursorOf("9223372036854775807")], TakeCursor) with { Refusals = [typeof(ProblemException)] },
            FuzzTarget.OfText("day", () => ["2024-03-05", "today", "yesterday", "Tuesday", "3d"], text => DayArgument.Parse(text, s_today) is not null),
            FuzzTarget.OfText("account", () => ["ann", "https://harbour.example/hook", "http://[::1]:80/"], TakeName),
        ];
    }

    /// <summary>An index with the tables of a ledger, to see that SQLite understands what is asked.</summary>
    private static SqliteCommand Index()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using (var make = connection.CreateCommand())
        {
            make.CommandText = Dossiers.Index.SearchIndex.Schema;
            make.ExecuteNonQuery();
            make.CommandText = "INSERT INTO search_words (rowid, words) VALUES (1, 'market bomb car harbour')";
            make.ExecuteNonQuery();
        }

        var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM search_words WHERE search_words MATCH $1";
        command.Parameters.Add("$1", SqliteType.Text);
        return command;
    }

    private static void Ask(string fts, SqliteCommand index)
    {
        index.Parameters[0].Value = fts;
        index.ExecuteScalar();
    }

    private static bool TakeWords(string text, SqliteCommand index)
    {
        foreach (var word in SearchWords.Of(text))
        {
            if (word.Length == 0 || word.Any(c => c < 128 && !char.IsAsciiLetterOrDigit(c))) throw new BrokenPromiseException($"'{word}' is no word.");
        }

        var query = TextQuery.Parse(text);
        query.Fits(text, text);
        Ask(query.Fts, index);
        return true;
    }

    private static bool TakeArea(string text)
    {
        var (near, polygon) = (AreaText.Near(text), AreaText.Polygon(text));
        if (near is var (point, kilometres)) GeoCells.Covering(GeoBox.Around(point, kilometres));
        if (polygon is not null)
        {
            GeoCells.Covering(GeoBox.Of(polygon));
            GeoPolygon.Holds(polygon, polygon[0]);
        }

        return near is not null || polygon is not null;
    }

    private static bool TakeQuery(string text, SqliteCommand index)
    {
        var query = DossierQueryString.Of(text).Read();
        var filter = new FactsFilter(query);
        if (filter.Fts.Length > 0) Ask(filter.Fts, index);
        if (query.Text is not null) Ask(TextQuery.Parse(query.Text).Fts, index);
        return true;
    }

    private static bool TakeCursor(string text)
    {
        var paging = Paging.Of(null, text);
        if (paging.After is { Length: > 0 } && Paging.Of(null, Paging.CursorOf(paging.After)).After != paging.After) throw new BrokenPromiseException("The cursor does not come back.");
        return paging.After is not [>= '0' and <= '9', ..] || paging.Number >= 0;
    }

    private static bool TakeName(string text) =>
        Accounts.Fault(text, "a long and silly phrase") is null | WebhookTarget.Fault(text, allowsPrivate: true) is null | WebhookTarget.Fault(text, allowsPrivate: false) is null;
}
