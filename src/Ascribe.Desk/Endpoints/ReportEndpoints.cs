using System.Text;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Review;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Reports of the ledger, and their records.</summary>
internal static class ReportEndpoints
{
    private const int MostAtOnce = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reports", List).WithName("ListReports").WithSummary("Reports of the ledger.").Produces<Page<ReportItem>>().Needs(Right.Read);
        api.MapPost("/reports", Add).WithName("AddReports").WithSummary("Adds reports; sending them again changes nothing.").Produces<AddedReports>().WithMetadata(new RequestSizeLimitAttribute(Limits.LongestBulk)).Needs(Right.Add);
        api.MapGet("/reports/{id}", Report).WithName("GetReport").WithSummary("A report with its text.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
        api.MapGet("/records/{id}", Record).WithName("GetRecord").WithSummary("What was read out of a report, as ascribe-record/1.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
    }

    private static async Task<IResult> List(HttpContext context, LedgerPool ledgers, CancellationToken cancelled, int? limit = null, string? cursor = null)
    {
        var (paging, caller) = (Paging.Of(limit, cursor), Caller.Of(context));
        var rows = await ledgers.Use(s =>
        {
            var shelf = s.ShelfFor(caller);
            return s.Ledger.List(after: paging.Number).Where(r => !shelf.Hides(r.Id)).Take(paging.Limit + 1).Select(r => (r.First, Item: ReportItem.Of(r, shelf.Decisions.MarkingOf(r.Id)))).ToList();
        }, cancelled);
        var next = rows.Count > paging.Limit ? Paging.CursorOf($"{rows[paging.Limit - 1].First}") : null;
        return JsonBody.Of(new Page<ReportItem>([.. rows.Take(paging.Limit).Select(r => r.Item)], next), DeskJson.Instance.PageReportItem);
    }

    private static async Task<IResult> Add(ReportsRequest request, HttpContext context, LedgerPool ledgers, ReaderLoader loader, AuditLog audit, TimeProvider clock, CancellationToken cancelled)
    {
        if (request.Reports is not { Count: > 0 and <= MostAtOnce } || request.Reports.Contains(null!)) throw ProblemException.BadRequest($"'reports' are 1 to {MostAtOnce}.");
        var (reader, caller) = (await loader.Reader, Caller.Of(context));
        var results = new AddedReport[request.Reports.Count];
        var readings = new List<(int Index, ReportReading Reading)>();
        for (var i = 0; i < results.Length; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            try
            {
                var report = request.Reports[i].ToReport();
                request.Reports[i].CheckMarking(caller);
                readings.Add((i, new ReportReading(report, reader.Read(report))));
            }
            catch (ProblemException e)
            {
                results[i] = new AddedReport(request.Reports[i].Id, "refused", e.Message);
            }
        }

        var added = await ledgers.Use(s =>
        {
            // The markings first: there is no moment at which somebody sees what is not for them.
            s.Ledger.Decide([.. readings.Select(r => MarkOf(request.Reports[r.Index], r.Reading.Report.Id, s, caller, clock)).OfType<MarkDecision>()]);
            return s.Ledger.Add([.. readings.Select(r => r.Reading)]);
        }, cancelled);
        audit.Write(caller.Name, "reports_added", $"{readings.Count}", SessionEndpoints.AddressOf(context));
        foreach (var ((index, reading), result) in readings.Zip(added)) results[index] = new AddedReport(reading.Report.Id, RecordJson.NameOf(result));
        return JsonBody.Of(new AddedReports(results), DeskJson.Instance.AddedReports);
    }

    /// <summary>The marking that came with a report. One that is there is loosened only by who may mark.</summary>
    private static MarkDecision? MarkOf(ReportRequest request, string id, LedgerSession session, Caller caller, TimeProvider clock) =>
        request.MarkingGiven is { } marking && session.Shelf.Decisions.MarkingOf(id) is var present && (marking > present || marking < present && caller.Rights.HasFlag(Right.Mark)) ? new MarkDecision(new Signature(caller.Name, DecisionDesk.TimeOf(clock), "sent with the report"), id, marking) : null;

    private static async Task<IResult> Report(string id, HttpContext context, LedgerPool ledgers, CancellationToken cancelled) =>
        new JsonBody(Encoding.UTF8.GetBytes(RecordJson.Write((await Find(id, context, ledgers, cancelled)).Report)));

    private static async Task<IResult> Record(string id, HttpContext context, LedgerPool ledgers, CancellationToken cancelled) =>
        new JsonBody(Encoding.UTF8.GetBytes(RecordJson.Write(await Find(id, context, ledgers, cancelled))));

    private static async Task<Record> Find(string id, HttpContext context, LedgerPool ledgers, CancellationToken cancelled) =>
        await ledgers.Use(s => s.RecordFor(Caller.Of(context), id), cancelled) ?? throw ProblemException.NotFound($"There is no report '{id}'.");
}
