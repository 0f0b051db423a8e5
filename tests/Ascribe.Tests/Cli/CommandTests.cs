using System.Text.Json;
using Ascribe.Cli;
using Ascribe.Cli.Commands;
using Ascribe.Tests.Records;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Cli;

/// <summary>The verbs, as a user types them, with their exit codes and streams.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string s_sample = RepositoryRoot.Combine("samples", "embassy-rockets.txt");

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-cli-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_report_goes_into_a_ledger_and_comes_out_as_it_was_read()
    {
        var read = Succeeds("read", s_sample);
        Assert.Equal($"added       embassy-rockets\n", Succeeds("add", s_sample, "--ledger", Ledger));
        Assert.Equal($"unchanged   embassy-rockets\n", Succeeds("add", s_sample, "--ledger", Ledger));
        Assert.StartsWith("2023-12-14  embassy-rockets", Succeeds("list", "--ledger", Ledger), StringComparison.Ordinal);
        Assert.Equal(read, Succeeds("show", "embassy-rockets", "--ledger", Ledger));
        var json = Succeeds("show", "embassy-rockets", "--ledger", Ledger, "--format", "jsonl");
        Assert.Equal(Succeeds("read", s_sample, "--format", "jsonl"), json);
        Assert.Empty(JsonSchema.OfRecords.Faults(json));
        Assert.Equal("2 entries, no damage found; 1 dossiers made anew.\n", Succeeds("check", "--ledger", Ledger));
        Assert.DoesNotContain('\u001b', read);
    }

    [Fact]
    public void The_standard_input_is_read_with_what_the_options_say()
    {
        var (exit, output, errors) = AscribeProcess.Run(["read", "-", "--published", "2024-03-05", "--outlet", "Harbour", "--format", "json"], "Gunmen killed two soldiers near Mosul on Monday.");
        Assert.Equal((ExitCodes.Done, ""), (exit, errors));
        using var record = JsonDocument.Parse(output);
        Assert.Equal("2024-03-05", record.RootElement.GetProperty("report").GetProperty("published").GetString());
        Assert.Equal("2024-03-04", record.RootElement.GetProperty("events")[0].GetProperty("time").GetProperty("earliest").GetString());
    }

    [Fact]
    public void The_schema_is_printed() =>
        Assert.Equal(File.ReadAllText(RepositoryRoot.Combine("docs", "ascribe-record-1.schema.json")), Succeeds("schema"));

    [Theory]
    [InlineData(ExitCodes.Usage, "'ascribe read --help'", "read")]
    [InlineData(ExitCodes.Usage, "'2023-13-01' is no day or time", "read", "x", "--published", "2023-13-01")]
    [InlineData(ExitCodes.Usage, "'none' is no number of threads", "read", "x", "--threads", "none")]
    [InlineData(ExitCodes.Usage, "'yaml'", "read", "x", "--format", "yaml")]
    [InlineData(ExitCodes.Usage, "'raed'", "raed", "x")]
    [InlineData(ExitCodes.NothingRead, "nowhere.txt: cannot be read", "read", "nowhere.txt")]
    [InlineData(ExitCodes.Ledger, "nowhere.ascribe: there is no such ledger", "list", "--ledger", "nowhere.ascribe")]
    [InlineData(ExitCodes.Ledger, "nowhere/x.ascribe: the file cannot be opened", "add", "nowhere.txt", "--ledger", "nowhere/x.ascribe")]
    [InlineData(ExitCodes.Output, "nowhere/out.json cannot be written", "read", "nowhere.txt", "--output", "nowhere/out.json")]
    public void What_is_wrong_is_told_on_the_error_stream(int expected, string message, params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run(arguments);
        Assert.Equal((expected, ""), (exit, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_of_a_newer_format_is_refused_and_left_alone()
    {
        Succeeds("add", s_sample, "--ledger", Ledger);
        using (var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 4";
            command.ExecuteNonQuery();
        }

        var before = File.ReadAllBytes(Ledger);
        foreach (var arguments in (string[][])[["add", s_sample], ["list"], ["show", "embassy-rockets"], ["check"]])
        {
            var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
            Assert.Equal((ExitCodes.Ledger, "", $"error: {Ledger}: the ledger has format 4, this program knows format 3; a newer ascribe is needed.\n"), (exit, output, errors));
        }

        Assert.Equal(before, File.ReadAllBytes(Ledger));
    }

    [Fact]
    public void A_report_that_the_ledger_does_not_hold_is_told()
    {
        Succeeds("add", s_sample, "--ledger", Ledger);
        var (exit, output, errors) = AscribeProcess.Run(["show", "other", "--ledger", Ledger]);
        Assert.Equal((ExitCodes.NothingRead, ""), (exit, output));
        Assert.Contains("there is no report 'other'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_for_the_output_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full.");
        var (exit, _, errors) = AscribeProcess.RunInShell("exec \"$@\" > /dev/full", ["read", s_sample]);
        Assert.Equal(ExitCodes.Output, exit);
        Assert.StartsWith("error: the standard output cannot be written", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_has_enough_ends_the_batch_in_peace()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash.");
        var (_, output, errors) = AscribeProcess.RunInShell("set -o pipefail; \"$@\" | head -n 1", ["read", RepositoryRoot.Combine("samples"), "--format", "jsonl"]);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", errors);
    }

    [Fact]
    public void Bash_completes_commands_options_and_values()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash.");
        const string script =
            """
            ascribe() { "${command[@]}" "$@"; }
            command=("$@")
            source <(ascribe completion bash)
            complete_line() {
              COMP_LINE=$1 COMP_POINT=${#1}
              read -ra COMP_WORDS <<< "$1"
              [[ $1 == *' ' ]] && COMP_WORDS+=("")
              COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
              _ascribe
              echo "${COMPREPLY[*]}"
            }
            complete_line 'ascribe '
            complete_line 'ascribe rea'
            complete_line 'ascribe read --out'
            complete_line 'ascribe read --format '
            """;
        var (exit, output, errors) = AscribeProcess.RunInShell(script, []);
        Assert.Equal((0, ""), (exit, errors));
        var lines = output.Split('\n');
        Assert.Contains("add", lines[0].Split(' '));
        Assert.Equal("read", lines[1]);
        Assert.Equal("--outlet --output", lines[2]);
        Assert.Equal("json jsonl text", lines[3]);
    }

    [Fact]
    public void Progress_tells_share_rate_and_time_left()
    {
        Assert.Equal("[############------------] 50 %  98 read, 2 failed, 10 reports/s, 0:00:10 left", ProgressLine.Text(98, 2, 500, 1000, TimeSpan.FromSeconds(10)));
        Assert.Equal("100 read, 10 reports/s", ProgressLine.Text(100, 0, 500, null, TimeSpan.FromSeconds(10)));
        Assert.Contains("100 %", ProgressLine.Text(100, 0, 1001, 1000, TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }

    private static string Succeeds(params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run(arguments);
        Assert.True(exit == 0, $"{exit}: {errors}");
        return output;
    }
}
