using System.Text.Json;
using Ascribe.Cli;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Cli;

/// <summary>The verbs about dossiers and decisions, as a user types them.</summary>
public sealed class DossierCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-cli-").FullName;

    private static readonly string[] s_towns = ["Mosul", "Kirkuk", "Baquba", "Ramadi", "Falluja", "Basra", "Karbala", "Najaf"];

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
        var timeline = shown[shown.IndexOf("\nTimeline\n", StringComparison.Ordinal)..];
        Assert.Contains("2016-03-07  happened  ", timeline, StringComparison.Ordinal);
        Assert.Contains("→ 15 (health ministry, second)", timeline, StringComparison.Ordinal);
        Assert.Contains("reported  claim of responsibility (Islamic State, second)", timeline, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Succeeds("dossier", "first", "--format", "jsonl"));
        Assert.Equal(3, json.RootElement.GetProperty("reports").GetArrayLength());
    }

    [Theory]
    [InlineData(new[] { "--country", "iq" }, 2)]
    [InlineData(new[] { "--place", "tikrit", "--type", "armed_assault" }, 1)]
    [InlineData(new[] { "--near", "34.6,43.7,20" }, 2)]
    [InlineData(new[] { "--near", "54.3,18.6,20", "--country", "IQ" }, 0)]
    [InlineData(new[] { "--since", "2016-03-10", "--until", "2016-03-31", "--country", "IQ" }, 1)]
    [InlineData(new[] { "--actor", "Islamic State" }, 1)]
    [InlineData(new[] { "--speaker", "health ministry" }, 1)]
    [InlineData(new[] { "--stance", "claims_own" }, 1)]
    [InlineData(new[] { "--responsibility", "claimed" }, 1)]
    [InlineData(new[] { "--text", "white PICKUP" }, 1)]
    [InlineData(new[] { "--text", "nowhere at all" }, 0)]
    [InlineData(new[] { "--text", "\"car bombing\" AND (Samarra OR nowhere)" }, 1)]
    [InlineData(new[] { "--text", "judge OR fish*" }, 2)]
    [InlineData(new[] { "--text", "'; DROP TABLE entry; --" }, 0)]
    [InlineData(new[] { "--polygon", "34,43 34,44 35,44 35,43" }, 2)]
    [InlineData(new[] { "--several", "--since", "yesterday" }, 0)]
    [InlineData(new[] { "--sort", "latest", "--limit", "2" }, 2)]
    [InlineData(new[] { "--after", "first", "--limit", "5" }, 2)]
    public void Dossiers_are_asked_for(string[] asked, int found) => Assert.Equal(found, Succeeds(["dossiers", .. asked]).Count(c => c == '\n'));

    [Fact]
    public void What_later_reports_changed_is_told()
    {
        var changed = Succeeds("diff", "--since", "2016-03-08").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("changed  ", changed[0], StringComparison.Ordinal);
        Assert.Contains(changed, l => l.StartsWith("  + 2016-03-08", StringComparison.Ordinal));
        Assert.Contains(changed, l => l.StartsWith("  Killed: ", StringComparison.Ordinal) && l.Contains("→ 15", StringComparison.Ordinal));
        Assert.Equal(2, changed.Count(l => l.StartsWith("new ", StringComparison.Ordinal)));
        Assert.Equal("", Succeeds("diff", "--since", "2017-01-01"));
    }

    [Theory]
    [InlineData("dossiers", "--near", "34.6;43.7")]
    [InlineData("dossiers", "--since", "Someday")]
    [InlineData("dossiers", "--polygon", "33.2,44.2 33.2,44.6")]
    [InlineData("dossiers", "--text", "\"car bomb")]
    [InlineData("dossiers", "--text", "NOT bomb")]
    [InlineData("dossiers", "--limit", "0")]
    [InlineData("diff", "--since", "d")]
    [InlineData("dossiers", "--stance", "sure")]
    [InlineData("diff", "--since", "2016-13-01")]
    public void A_question_that_cannot_be_is_refused_in_a_sentence(params string[] asked)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. asked, "--ledger", Ledger]);
        Assert.Equal((ExitCodes.Usage, ""), (exit, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_makes_the_dossiers_anew() => Assert.EndsWith("no damage found; 3 dossiers made anew.\n", Succeeds("check"), StringComparison.Ordinal);

    [Fact]
    public void A_process_killed_while_it_merges_leaves_dossiers_as_they_would_have_been()
    {
        using (var ledger = ReportLedger.Open(Ledger))
        {
            for (var copy = 0; copy < 80; copy++)
                DossierReports.Add(ledger, $"copy-{copy}", "Judge shot dead in Tikrit", DossierReports.Other.Replace("Tikrit", s_towns[copy % s_towns.Length], StringComparison.Ordinal), $"2017-{1 + copy % 12:00}-{1 + copy / 4:00}");
        }

        var whole = Path.Combine(_folder, "whole.ascribe");
        File.Copy(Ledger, whole);
        var random = new Random(11);
        for (var kill = 0; kill < 12; kill++)
        {
            using var process = AscribeProcess.Start("dossiers", "--ledger", Ledger);
            Thread.Sleep(300 + random.Next(1200));
            process.Kill();
        }

        var (exit, output, errors) = AscribeProcess.Run(["dossiers", "--ledger", whole]);
        Assert.True(exit == 0, errors);
        Assert.Equal(output, Succeeds("dossiers"));
    }

    [Fact]
    public void Two_processes_that_make_the_index_at_once_tell_the_same()
    {
        using var one = AscribeProcess.Start("dossiers", "--ledger", Ledger);
        using var two = AscribeProcess.Start("dossiers", "--ledger", Ledger);
        one.Wait();
        two.Wait();
        Assert.True(one.ExitCode == 0 && two.ExitCode == 0, one.Errors + two.Errors);
        Assert.Equal(one.Output, two.Output);
        Assert.Equal(one.Output, Succeeds("dossiers"));
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
    [InlineData("there is no dossier 'none' to begin after", "dossiers", "--after", "none")]
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
