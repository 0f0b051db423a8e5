using System.Text.Json;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>What the reports since a day changed.</summary>
internal static class ChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/changes", List).WithName("ListChanges").WithSummary("New incidents, new reports of old ones, values that are others now.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);

    private static async Task<IResult> List(string since, HttpContext context, LedgerPool ledgers, CancellationToken cancelled)
    {
        var day = DossierQueryString.Day("since", since) ?? throw ProblemException.BadRequest("'since' is missing; a day such as 2024-03-05 was expected.");
        return await ledgers.Use(s => JsonBody.Of(json => WriteAll(json, s.ShelfFor(Caller.Of(context)).ChangedSince(day))), cancelled);
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<DossierChange> changes)
    {
        json.WriteStartArray("items");
        foreach (var change in changes) Write(json, change);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DossierChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Now.Id);
        json.WriteString("title", change.Now.Title);
        json.WriteBoolean("new", change.Before is null);
        json.WriteStartArray("reports");
        foreach (var report in change.Added.Select(r => r.Record.Report))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("title", report.Title);
            json.WriteString("published", report.Published?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("slots");
        foreach (var (before, now) in change.Slots)
        {
            json.WriteStartObject();
            json.WriteString("slot", RecordJson.NameOf(now.Slot));
            json.WriteString("before", before?.Best.Value);
            json.WriteString("now", now.Best.Value);
            json.WriteString("speaker", now.Best.Speaker);
            json.WriteString("report", now.Best.Report);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("answered");
        foreach (var question in change.Answered) json.WriteStringValue(question);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
