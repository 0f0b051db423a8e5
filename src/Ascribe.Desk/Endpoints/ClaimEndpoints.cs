using System.Text.Json;
using Ascribe.Claims;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Who says what about incidents.</summary>
internal static class ClaimEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/claims", List).WithName("ListClaims").WithSummary("Claims about incidents: by words of the speaker's name, by stance, by words of what is said, of one dossier, of dossiers that hold words.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);

    private static async Task<IResult> List(
        HttpContext context, LedgerPool ledgers, CancellationToken cancelled, string? speaker = null, string? stance = null, string? about = null, string? dossier = null, string? q = null, int? limit = null, string? cursor = null)
    {
        var (paging, caller, wanted) = (Paging.Of(limit, cursor), Caller.Of(context), Names.Read<Stance>("stance", stance));
        var (after, passed) = PlaceOf(paging);
        var query = new DossierQueryString { Speaker = speaker, Stance = stance, Text = q }.Read();
        var found = await ledgers.Use(s =>
        {
            var shelf = s.ShelfFor(caller);
            var dossiers = dossier is null ? Following(shelf, query, after) : shelf.Find(dossier) is { } one ? [one] : throw ProblemException.NotFound($"There is no dossier '{dossier}'.");
            return dossiers.SelectMany(d => ClaimsOfIncident.Of(d).Where(c => Fits(c.Claim)).Select((c, i) => (Dossier: d.Id, Number: i, c.Report, c.Claim)))
                .Where(c => c.Dossier != after || c.Number >= passed).Take(paging.Limit + 1).ToList();
        }, cancelled);
        return JsonBody.Of(json =>
        {
            json.WriteStartArray("items");
            foreach (var (of, _, report, claim) in found.Take(paging.Limit)) Write(json, of, report, claim);
            json.WriteEndArray();
            json.WriteString("next", found.Count > paging.Limit ? Paging.CursorOf($"{found[paging.Limit].Dossier}:{found[paging.Limit].Number}") : null);
        });

        bool Fits(Claim claim) =>
            (wanted is null || claim.Stance == wanted)
            && (string.IsNullOrWhiteSpace(speaker) || Holds(SpeakerName.Of(claim.Speaker), speaker) || Holds(claim.Speaker.Organization, speaker))
            && (string.IsNullOrWhiteSpace(about) || Holds(ClaimsOfIncident.TextOf(claim), about));
    }

    /// <summary>The dossiers of a query from one on.</summary>
    private static IEnumerable<Dossier> Following(DossierShelf shelf, DossierQuery query, string? from)
    {
        if (from is null) return shelf.Find(query);
        if (shelf.Find(from) is not { } first) throw Paging.NoCursor();
        return shelf.Find(query with { After = from }).Prepend(first);
    }

    private static (string? Dossier, int Passed) PlaceOf(Paging paging)
    {
        if (paging.After is not { } key) return (null, 0);
        return key.Split(':') is [var dossier, var number] && int.TryParse(number, out var passed) ? (dossier, passed) : throw Paging.NoCursor();
    }

    private static bool Holds(string? text, string words) => text?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    private static void Write(Utf8JsonWriter json, string dossier, DossierReport report, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("report", report.Record.Report.Id);
        json.WriteString("dossier", dossier);
        json.WriteString("speaker", SpeakerName.Of(claim.Speaker));
        json.WriteString("chain", ClaimsOfIncident.ChainOf(claim));
        json.WriteString("voice", RecordJson.NameOf(claim.Speaker.Voice));
        json.WriteString("stance", RecordJson.NameOf(claim.Stance));
        json.WriteString("certainty", RecordJson.NameOf(claim.Certainty));
        json.WriteString("polarity", RecordJson.NameOf(claim.Polarity));
        DossierJson.Day(json, "made", claim.Made);
        json.WriteString("published", report.Record.Report.Published?.ToString());
        DossierJson.Texts(json, "about", claim.About);
        DossierJson.Quoted(json, claim.Content.Count > 0 ? claim.Content[0] : null);
        json.WriteString("content", ClaimsOfIncident.TextOf(claim));
        json.WriteEndObject();
    }
}
