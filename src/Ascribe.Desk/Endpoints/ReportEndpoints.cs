using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Reports of the ledger, and their records.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reports", List).WithName("ListReports").WithSummary("Reports of the ledger.").Produces<Page<ReportItem>>().Needs(Right.Read);
        api.MapPost("/reports", Add).WithName("AddReports").WithSummary("Adds reports; sending them again changes nothing.").Produces<AddedReports>().WithMetadata(new RequestSizeLimitAttribute(Limits.LongestBulk)).Needs(Right.Add);
        api.MapGet("/reports/{id}", Report).WithName("GetReport").WithSummary("A report with its text.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
        api.MapGet("/records/{id}", Record).WithName("GetRecord").WithSummary("What was read out of a report, as ascribe-record/1.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
    }

    private static async Task<IResult> List(LedgerPool ledgers, CancellationToken cancelled, int? limit = null, string? cursor = null)
    {
        var paging = Paging.Of(limit, cursor);
        var rows = await ledgers.Use(s => s.Ledger.List().Skip((int)paging.Number).Take(paging.Limit + 1).ToList(), cancelled);
        var next = rows.Count > paging.Limit ? Paging.CursorOf($"{paging.Number + paging.Limit}") : null;
        return JsonBody.Of(new Page<ReportItem>([.. rows.Take(paging.Limit).Select(ReportItem.Of)], next), DeskJson.Instance.PageReportItem);
    }

    private static async Task<IResult> Add(ReportsRequest request, LedgerPool ledgers, ReaderLoader loader, CancellationToken cancelled)
    {
        var reader = await loader.Reader;
        var results = new AddedReport[request.Reports.Count];
        var readings = new List<(int Index, ReportReading Reading)>();
        for (var i = 0; i < results.Length; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            try
            {
                var report = request.Reports[i].ToReport();
                readings.Add((i, new ReportReading(report, reader.Read(report))));
            }
            catch (ProblemException e)
            {
                results[i] = new AddedReport(request.Reports[i].Id, "refused", e.Message);
            }
        }

        var added = await ledgers.Use(s => s.Ledger.Add([.. readings.Select(r => r.Reading)]), cancelled);
        foreach (var ((index, reading), result) in readings.Zip(added)) results[index] = new AddedReport(reading.Report.Id, RecordJson.NameOf(result));
        return JsonBody.Of(new AddedReports(results), DeskJson.Instance.AddedReports);
    }

    private static async Task<IResult> Report(string id, LedgerPool ledgers, CancellationToken cancelled) => new JsonBody(System.Text.Encoding.UTF8.GetBytes(RecordJson.Write((await Find(id, ledgers, cancelled)).Report)));

    private static async Task<IResult> Record(string id, LedgerPool ledgers, CancellationToken cancelled) => new JsonBody(System.Text.Encoding.UTF8.GetBytes(RecordJson.Write(await Find(id, ledgers, cancelled))));

    private static async Task<Record> Find(string id, LedgerPool ledgers, CancellationToken cancelled) =>
        await ledgers.Use(s => s.Ledger.Find(id), cancelled) ?? throw ProblemException.NotFound($"There is no report '{id}'.");
}
