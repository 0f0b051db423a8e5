using System.Text;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Handing over: what the caller may see, in the forms of other programs. Each export is written in the audit.</summary>
internal static class ExportEndpoints
{
    private const int BufferSize = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/exports/{format}", Export).WithName("Export").WithSummary($"Dossiers that fit a query, or one, as {string.Join(", ", ExportFormat.All.Select(f => f.Name))}.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Needs(Right.Export).RequireRateLimiting(RateLimits.Heavy);

    private static async Task<IResult> Export(string format, [AsParameters] DossierQueryString query, HttpContext context, LedgerPool ledgers, AuditLog audit, CancellationToken cancelled, string? dossier = null)
    {
        var form = ExportFormat.Named(format) ?? throw ProblemException.NotFound($"There is no export '{format}'; there are {string.Join(", ", ExportFormat.All.Select(f => f.Name))}.");
        var (asked, caller) = (query.Read(), Caller.Of(context));
        var options = new ExportOptions { Desk = new Uri($"{context.Request.Scheme}://{context.Request.Host}/"), Strictest = caller.Clearance };
        // Written out whole before it is sent: whoever takes it slowly must not keep the ledger from others.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var count = await ledgers.Use(s => Write(file, form, s.ShelfFor(caller), asked, dossier, options, cancelled), cancelled);
            audit.Write(caller.Name, "exported", $"{form.Name} {count} {dossier ?? context.Request.QueryString.Value}", SessionEndpoints.AddressOf(context));
            file.Position = 0;
            return Results.Stream(file, form.MediaType, form.Name == "html" ? null : $"ascribe-{form.Name}.{form.Extension}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static int Write(FileStream file, ExportFormat form, DossierShelf shelf, DossierQuery asked, string? dossier, ExportOptions options, CancellationToken cancelled)
    {
        var dossiers = dossier is null ? shelf.Find(asked) : shelf.Find(dossier) is { } one ? [one] : throw ProblemException.NotFound($"There is no dossier '{dossier}'.");
        var count = 0;
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        foreach (var piece in form.Pieces(dossiers.Select(Counted), options)) writer.Write(piece);
        return count;

        Dossier Counted(Dossier one)
        {
            cancelled.ThrowIfCancellationRequested();
            count++;
            return one;
        }
    }
}
