using System.Text;
using System.Text.Json;
using Ascribe.Dossiers.Ledger;
using Ascribe.Reports;
using Ascribe.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Ledger;

/// <summary>
/// What happens to a ledger when programs are killed, disks fill, files are cut and several write at once. A report counts as accepted when
/// <c>ascribe add</c> has printed its line.
/// </summary>
public sealed class LedgerFaultTests : IDisposable
{
    private const int Kills = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-faults-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_process_killed_at_any_moment_loses_nothing_accepted_and_doubles_nothing()
    {
        // A fixed seed: the delays are the same each time, the moments at which they end are not.
        var random = new Random(7);
        const int reports = 4000;
        var input = Reports("batch.jsonl", 0, reports);
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = AscribeProcess.Start("add", input, "--ledger", Ledger);
            // Every fourth is killed somewhere in its start, the others after the first line.
            if (kill % 4 > 0) SpinWait.SpinUntil(() => process.Output.Length > 0 || process.HasExited, TimeSpan.FromSeconds(60));
            Thread.Sleep(random.Next(kill % 4 > 0 ? 120 : 1200));
            process.Kill();
            accepted.UnionWith(Ids(process.Output));
            if (!File.Exists(Ledger)) continue;
            using var ledger = ReportLedger.Open(Ledger, create: false);
            var there = ledger.List().Select(r => r.Id).ToList();
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Equal(there.Count * 2, ledger.Count);
            Assert.Empty(accepted.Except(there));
            Assert.Empty(ledger.Check());
        }

        Assert.NotEmpty(accepted);
        // What a killed batch left out is added by running it again; a short one ends.
        var rest = Reports("rest.jsonl", 0, accepted.Count + 200);
        var (exit, output, errors) = AscribeProcess.Run(["add", rest, "--ledger", Ledger]);
        Assert.True(exit == 0, errors);
        Assert.Equal(accepted.Count + 200, Ids(output).Count);
        using var whole = ReportLedger.Open(Ledger, create: false);
        Assert.Equal(whole.List().Count() * 2, whole.Count);
        Assert.Empty(whole.Check());
    }

    [Fact]
    public void Two_processes_can_add_to_one_ledger_at_once()
    {
        // Both have a third in common and both find no ledger.
        var first = Reports("first.jsonl", 0, 300);
        var second = Reports("second.jsonl", 200, 300);
        using var one = AscribeProcess.Start("add", first, "--ledger", Ledger);
        using var two = AscribeProcess.Start("add", second, "--ledger", Ledger);
        one.Wait();
        two.Wait();
        Assert.True(one.ExitCode == 0 && two.ExitCode == 0, one.Errors + two.Errors);
        Assert.Equal(300, Ids(one.Output).Count);
        Assert.Equal(300, Ids(two.Output).Count);
        using var ledger = ReportLedger.Open(Ledger, create: false);
        Assert.Equal(500, ledger.List().Count());
        Assert.Equal(1000, ledger.Count);
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void A_ledger_that_stays_locked_is_told_and_the_next_try_succeeds()
    {
        Add("r1");
        using var ledger = ReportLedger.Open(Ledger, patience: TimeSpan.FromSeconds(1));
        using (var other = Connection())
        {
            Execute(other, "BEGIN IMMEDIATE");
            Assert.Single(ledger.List());
            Assert.Contains("locked the ledger", Assert.Throws<LedgerException>(() => Add(ledger, "r2")).Message, StringComparison.Ordinal);
        }

        Assert.Equal(AddResult.Added, Add(ledger, "r2"));
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void A_full_disk_keeps_what_was_accepted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "needs bash and its limit for the size of files.");
        var input = Reports("batch.jsonl", 0, 1200);
        // 1 MB a file. The signal for it is ignored, so that writing fails as on a full disk; .NET's own large mapping is switched off.
        var (exit, output, errors) = AscribeProcess.RunInShell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 1024; exec \"$@\"", ["add", input, "--ledger", Ledger]);
        Assert.True(exit == Ascribe.Cli.ExitCodes.Ledger, $"{exit}: {errors}");
        Assert.Contains($"error: {Ledger}: the disk", errors, StringComparison.Ordinal);
        var accepted = Ids(output);
        Assert.NotEmpty(accepted);
        using var ledger = ReportLedger.Open(Ledger, create: false);
        Assert.Empty(accepted.Except(ledger.List().Select(r => r.Id)));
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        using (var other = Connection(SqliteOpenMode.ReadWriteCreate)) Execute(other, "CREATE TABLE bird (name TEXT)");
        Assert.Contains("no ledger", Assert.Throws<LedgerException>(() => ReportLedger.Open(Ledger)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_told()
    {
        for (var i = 0; i < 40; i++) Add("r" + i);
        var whole = File.ReadAllBytes(Ledger);
        foreach (var share in (double[])[0.1, 0.5, 0.9, 0.999])
        {
            File.WriteAllBytes(Ledger, whole[..(int)(whole.Length * share)]);
            Assert.NotEmpty(Faults());
        }
    }

    [Fact]
    public void A_damaged_byte_is_told_wherever_it_matters()
    {
        for (var i = 0; i < 10; i++) Add("r" + i);
        var whole = File.ReadAllBytes(Ledger);
        var before = Content();
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Ledger, damaged);
            // Bytes that hold nothing may change: then all that can be read is as it was.
            if (Faults().Count == 0) Assert.Equal(before, Content());
        }
    }

    [Theory]
    [InlineData("UPDATE entry SET body = replaced(body, 'Gunmen', 'Bandits') WHERE sequence = 1")]
    [InlineData("UPDATE entry SET body = replaced(body, 'occurred', 'denied') WHERE sequence = 2")]
    [InlineData("UPDATE entry SET reader = '9.9.9+' WHERE sequence = 2")]
    [InlineData("DELETE FROM entry WHERE sequence = 3")]
    public void An_entry_changed_or_taken_away_is_told(string change)
    {
        foreach (var id in (string[])["r1", "r2", "r3"]) Add(id);
        using (var other = Connection())
        {
            other.CreateFunction("replaced", (byte[] body, string from, string to) =>
            {
                using var entry = other.CreateCommand();
                entry.CommandText = "SELECT body FROM entry WHERE sequence = 1";
                var source = EntryBody.Unpack((byte[])entry.ExecuteScalar()!, () => null);
                return EntryBody.Pack(EntryBody.Unpack(body, () => source).Replace(from, to, StringComparison.Ordinal));
            });
            using var command = other.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
            command.CommandText = change;
#pragma warning restore CA2100
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Contains(Faults(), f => f.Contains("the seal does not fit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE entry SET title = 'Another' WHERE sequence = 2")]
    [InlineData("UPDATE entry SET claims = 9 WHERE sequence = 2")]
    public void What_lists_show_is_held_against_the_record(string change)
    {
        Add("r1");
        using (var other = Connection()) Execute(other, change);
        Assert.Contains(Faults(), f => f.Contains("for lists", StringComparison.Ordinal));
    }

    private static AddResult Add(ReportLedger ledger, string id)
    {
        var report = new Report { Id = id, Text = $"Gunmen attacked a convoy near the village of {id}." };
        return ledger.Add(report, SharedReader.Instance.Read(report));
    }

    /// <summary>The ids of the lines that <c>ascribe add</c> printed whole.</summary>
    private static List<string> Ids(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[12..])];

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private void Add(string id)
    {
        using var ledger = ReportLedger.Open(Ledger);
        Add(ledger, id);
    }

    private SqliteConnection Connection(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Ledger, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>What opening and checking the ledger tells.</summary>
    private IReadOnlyList<string> Faults()
    {
        try
        {
            using var ledger = ReportLedger.Open(Ledger, create: false);
            return ledger.Check();
        }
        catch (LedgerException e)
        {
            return [e.Message];
        }
    }

    private List<string> Content()
    {
        using var ledger = ReportLedger.Open(Ledger, create: false);
        return [.. ledger.List().Select(row => row + Ascribe.Records.RecordJson.Write(ledger.Find(row.Id)!))];
    }

    private string Reports(string name, int from, int count)
    {
        var lines = new StringBuilder();
        for (var i = from; i < from + count; i++)
            lines.Append("{\"id\":\"report-").Append(i).Append("\",\"published\":\"2024-03-05\",\"text\":").Append(JsonSerializer.Serialize($"Gunmen killed {i} soldiers in an attack on a convoy near Mosul on Monday, police said.")).Append("}\n");
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, lines.ToString());
        return path;
    }
}
