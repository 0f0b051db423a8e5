using System.Text.Json;
using Ascribe.Cli;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Cli;

/// <summary>The verbs about dossiers and decisions, as a user types them.</summary>
public sealed class DossierCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-cli-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public DossierCommandTests()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Dossiers_are_listed_and_shown()
    {
        var lines = Succeeds("dossiers").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("3 reports   2 texts", lines[0], StringComparison.Ordinal);
        Assert.Single(Succeeds("dossiers", "--several").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var shown = Succeeds("dossier", "first");
        Assert.Contains("→", shown, StringComparison.Ordinal);
        Assert.Contains("(copy of first)", shown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Succeeds("dossier", "first", "--format", "jsonl"));
        Assert.Equal(3, json.RootElement.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public void A_merge_is_made_and_undone()
    {
        var made = Succeeds("merge", "first", "other", "--by", "an analyst", "--why", "same brigade");
        Assert.StartsWith("decision ", made, StringComparison.Ordinal);
        Assert.Equal(2, Succeeds("dossiers").Count(c => c == '\n'));
        Assert.Contains("same brigade", Succeeds("decisions"), StringComparison.Ordinal);
        Succeeds("undo", made["decision ".Length..].Trim());
        Assert.Equal(3, Succeeds("dossiers").Count(c => c == '\n'));
        Succeeds("split", "first", "second");
        Assert.Equal(4, Succeeds("dossiers").Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("there is no dossier 'none'", "dossier", "none")]
    [InlineData("there is no dossier or report 'none'", "merge", "first", "none")]
    [InlineData("'first' and 'second' are in one dossier already", "merge", "first", "second")]
    [InlineData("'first' and 'other' are apart already", "split", "first", "other")]
    [InlineData("there is no decision 99", "undo", "99")]
    public void What_cannot_be_done_is_told(string message, params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
        Assert.Equal((ExitCodes.NothingRead, ""), (exit, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private string Succeeds(params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
        Assert.Equal((ExitCodes.Done, ""), (exit, errors));
        return output;
    }
}
