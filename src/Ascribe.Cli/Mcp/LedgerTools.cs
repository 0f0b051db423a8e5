using System.Text;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Sources;

namespace Ascribe.Cli.Mcp;

/// <summary>What the tools of the server do. The ledger is opened for each call, so that each answers from what is in it then; nothing is written into it but its index of dossiers.</summary>
/// <param name="ledgerPath">The ledger's file.</param>
/// <param name="strictest">Reports that are marked more strictly are not shown, nor is an incident that one of them tells of.</param>
/// <param name="reader">Loads what reads texts; called once, when it is first needed.</param>
internal sealed class LedgerTools(string ledgerPath, Tlp strictest, Func<RecordReader> reader)
{
    private readonly Lazy<RecordReader> _reader = new(reader);

    /// <summary>Runs a tool.</summary>
    /// <returns>JSON.</returns>
    /// <exception cref="ToolException">There is no such tool, an argument is wrong, or what is asked for is not there.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public string Call(string tool, ToolArguments arguments) => tool switch
    {
        "read_text" => ReadText(arguments),
        "search_dossiers" => Search(arguments),
        "get_dossier" => OnShelf((_, shelf) => DossierJson.Write(Found(shelf, arguments))),
        "list_claims" => OnShelf((_, shelf) => ListClaims(Found(shelf, arguments), arguments)),
        "get_report" => GetReport(arguments),
        _ => throw new ToolException($"there is no tool '{tool}'."),
    };

    private string ReadText(ToolArguments arguments)
    {
        var (text, warnings) = (arguments.Text("text"), new List<string>());
        var fields = new ReportFields { Text = text, Title = arguments.TextOrNull("title"), Published = arguments.TextOrNull("published"), Outlet = arguments.TextOrNull("outlet") };
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > ReportFiles.LargestReport) throw new ToolException($"the text has {bytes} bytes; a report may have {ReportFiles.LargestReport}.");
        var outcome = fields.ToReport("text", null, "text", bytes, new ReportDefaults(), warnings);
        return outcome.Report is { } report ? RecordJson.Write(_reader.Value.Read(report)) : throw new ToolException(outcome.Error!.ToString());
    }

    private string Search(ToolArguments arguments)
    {
        var near = arguments.TextOrNull("near");
        if (arguments.TextOrNull("text") is { } words && TextQuery.FaultOf(words) is { } fault) throw new ToolException($"'text': {fault}");
        var query = new DossierQuery
        {
            Since = arguments.Day("since"),
            Until = arguments.Day("until"),
            Type = arguments.TextOrNull("type"),
            Country = arguments.TextOrNull("country"),
            Place = arguments.TextOrNull("place"),
            Near = near is null ? null : AreaText.Near(near) ?? throw new ToolException($"'near': '{near}' is no latitude,longitude,kilometres such as 33.3,44.4,25."),
            Actor = arguments.TextOrNull("actor"),
            Speaker = arguments.TextOrNull("speaker"),
            Stance = arguments.Named<Stance>("stance"),
            Responsibility = arguments.Named<ResponsibilityStatus>("responsibility"),
            Text = arguments.TextOrNull("text"),
            Disagreement = arguments.Flag("disagreement"),
            Contradicted = arguments.Named<Slot>("contradicted"),
            Several = arguments.Flag("several"),
            Sort = arguments.Flag("latest_first") ? DossierSort.LatestPublication : DossierSort.FirstMention,
            After = arguments.TextOrNull("after"),
        };
        var limit = arguments.Whole("limit", 20, 1, 100);
        return OnShelf((_, shelf) =>
        {
            if (query.After is { } after && shelf.Mentions(after).Count == 0) throw new ToolException($"there is no dossier '{after}' to begin after.");
            Dossier[] found = [.. shelf.Find(query).Where(IsShown).Take(limit + 1)];
            return ToolJson.Dossiers(found.Take(limit), found.Length > limit ? found[limit - 1].Id : null);
        });
    }

    private static string ListClaims(Dossier dossier, ToolArguments arguments)
    {
        var (speaker, stance) = (arguments.TextOrNull("speaker"), arguments.Named<Stance>("stance"));
        return ToolJson.Claims(dossier, ClaimsOfIncident.Of(dossier).Where(c => (stance is null || c.Claim.Stance == stance)
            && (speaker is null || Holds(c.Claim.Speaker.Name, speaker) || Holds(c.Claim.Speaker.Organization, speaker) || c.Claim.Speaker.Spans.Any(s => Holds(s.Text, speaker)))));
    }

    private string GetReport(ToolArguments arguments)
    {
        var id = arguments.Text("id");
        using var ledger = ReportLedger.Open(ledgerPath, create: false);
        if (ledger.Find(id) is not { } record || DecisionBook.Of(ledger.Decisions()).MarkingOf(id) > strictest) throw new ToolException($"there is no report '{id}'; get_dossier names the reports of an incident.");
        return RecordJson.Write(record.Report);
    }

    private Dossier Found(DossierShelf shelf, ToolArguments arguments)
    {
        var id = arguments.Text("id");
        return shelf.Find(id) is { } dossier && IsShown(dossier) ? dossier : throw new ToolException($"there is no dossier '{id}'; search_dossiers finds those that are.");
    }

    private bool IsShown(Dossier dossier) => dossier.Marking <= strictest;

    private string OnShelf(Func<ReportLedger, DossierShelf, string> action)
    {
        using var ledger = ReportLedger.Open(ledgerPath, create: false);
        return action(ledger, DossierShelf.Open(ledger));
    }

    private static bool Holds(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
