using System.Text.Json;
using Ascribe.Cli;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Cli;

/// <summary>The verbs of reviewers, as a user types them.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-cli-review-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public ReviewCommandTests()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Values_are_accepted_rejected_and_edited_and_shown_so()
    {
        var rejected = Succeeds("reject", "first", "killed", "15", "--by", "Rana", "--why", "misread");
        Succeeds("accept", "first", "place", "tikrit");
        Succeeds("edit", "first", "wounded", "30", "--to", "28-30", "--span", "first:0-6", "--by", "Rana");
        Succeeds("edit", "first", "missing", "--to", "2", "--by", "Sami", "--why", "asked the hospital");
        var shown = Succeeds("dossier", "first");
        Assert.Contains("✓ Tikrit (IQ) — ", shown, StringComparison.Ordinal);
        Assert.Contains("killed: ✗ 15 — ", shown, StringComparison.Ordinal);
        Assert.Contains("(rejected by Rana: misread)", shown, StringComparison.Ordinal);
        Assert.Contains("(replaced by '28–30' by Rana)", shown, StringComparison.Ordinal);
        Assert.Contains("✓ 28–30 — Rana, first “TIKRIT” (edited)", shown, StringComparison.Ordinal);
        Assert.Contains("✓ 2 — Sami, first (edited: asked the hospital)", shown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Succeeds("dossier", "first", "--format", "jsonl"));
        Assert.Equal("rejected", json.RootElement.GetProperty("set_aside").EnumerateArray().First(s => s.GetProperty("slot").GetString() == "killed").GetProperty("judgement").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("decisions").GetArrayLength());
        Succeeds("undo", rejected["decision ".Length..].Trim());
        Assert.DoesNotContain("✗", Succeeds("dossier", "first"), StringComparison.Ordinal);
        Assert.Equal(5, Succeeds("decisions", "--format", "jsonl").Count(c => c == '\n'));
    }

    [Fact]
    public void State_assignment_and_marking_stand_at_the_head()
    {
        Succeeds("state", "second", "needs_help");
        Succeeds("assign", "first", "Sami");
        Succeeds("mark", "copy", "amber+strict");
        Assert.Contains("of their own, needs help, assigned to Sami, TLP:AMBER+STRICT\n", Succeeds("dossier", "first"), StringComparison.Ordinal);
        Succeeds("assign", "first");
        Assert.DoesNotContain("assigned", Succeeds("dossier", "first").Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Actors_are_listed_shown_joined_and_parted()
    {
        Assert.Contains("Adnan Barzoki", Succeeds("actors"), StringComparison.Ordinal);
        var found = Assert.Single(Succeeds("actors", "islamic").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("armed group", found, StringComparison.Ordinal);
        var shown = Succeeds("actor", found.Split()[0]);
        Assert.Contains("claimed — ", shown, StringComparison.Ordinal);
        Assert.Contains("islamic-state in the actor table", shown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Succeeds("actor", "Adnan Barzoki", "--format", "jsonl"));
        Assert.Equal(3, json.RootElement.GetProperty("reports").GetInt32());
        Succeeds("merge", "--actors", "Hamid Jaralla", "Salim Jaralla", "--why", "tried");
        Assert.Contains("tried", Succeeds("actor", "Salim Jaralla"), StringComparison.Ordinal);
        Succeeds("split", "--actors", "Hamid Jaralla", "Salim Jaralla");
        Succeeds("split", "--actors", "Adnan Barzoki", "second");
        Assert.Equal(2, Succeeds("actors", "barzoki").Count(c => c == '\n'));
        Assert.EndsWith("3 dossiers made anew.\n", Succeeds("check"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tells no killed '99'; it tells '", "accept", "first", "killed", "99")]
    [InlineData("it tells none", "reject", "first", "kidnapped", "1")]
    [InlineData("there is no dossier or report 'none'", "state", "none", "ready")]
    [InlineData("there is no report 'none'", "mark", "none", "red")]
    [InlineData("a number was expected", "edit", "first", "killed", "15", "--to", "some", "--why", "heard")]
    [InlineData("wants words of a report, or a reason", "edit", "first", "killed", "15", "--to", "16")]
    [InlineData("as in report-1:120-145", "edit", "first", "killed", "15", "--to", "16", "--span", "first")]
    [InlineData("does not lie in report 'first'", "edit", "first", "killed", "15", "--to", "16", "--span", "first:5-99999")]
    [InlineData("'nobody' is no actor", "actor", "nobody")]
    [InlineData("'nobody' is no actor", "merge", "--actors", "nobody", "Adnan Barzoki")]
    public void What_cannot_be_done_is_told(string message, params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
        Assert.Equal((ExitCodes.NothingRead, ""), (exit, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mark", "first", "blue")]
    [InlineData("state", "first", "perhaps")]
    [InlineData("accept", "first", "mood", "bad")]
    public void What_is_no_word_of_a_verb_is_refused(params string[] arguments) =>
        Assert.Equal(ExitCodes.Usage, AscribeProcess.Run([.. arguments, "--ledger", Ledger]).ExitCode);

    private string Succeeds(params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
        Assert.Equal((ExitCodes.Done, ""), (exit, errors));
        return output;
    }
}
