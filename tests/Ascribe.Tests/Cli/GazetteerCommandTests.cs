using Ascribe.Cli;
using Ascribe.Tests.Places.Import;

namespace Ascribe.Tests.Cli;

/// <summary><c>ascribe gazetteer</c> as a user types it.</summary>
public sealed class GazetteerCommandTests : IDisposable
{
    private const string Village = "Tall Zumurrudah";
    private readonly DumpText _dump = new();

    public void Dispose() => _dump.Dispose();

    [Fact]
    public void What_is_imported_is_told_checked_and_used()
    {
        var dump = _dump.Write("XX.txt", DumpText.Row(2_000_000_001, Village));
        var (exit, output, errors) = AscribeProcess.Run(["gazetteer", "import", dump, "--to", _dump.Index, "--countries", "iq,SY", "--classes", "P,A"]);
        Assert.Equal((ExitCodes.Done, ""), (exit, errors));
        Assert.Contains("1 places of 1 rows", output, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", output, StringComparison.Ordinal);
        var info = AscribeProcess.Run(["gazetteer", "info", "--gazetteer", _dump.Index]).Output;
        foreach (var part in (string[])["built-in", _dump.Index, "XX.txt", "IQ SY", "A P"]) Assert.Contains(part, info, StringComparison.Ordinal);
        Assert.Contains("imported   none", AscribeProcess.Run(["gazetteer", "info"]).Output, StringComparison.Ordinal);
        Assert.Equal("1 places, no damage found.\n", AscribeProcess.Run(["gazetteer", "check", "--gazetteer", _dump.Index]).Output);
        var with = AscribeProcess.Run(["read", "-", "--format", "jsonl", "--gazetteer", _dump.Index], $"Gunmen killed two men in {Village} on 3 May 2024.").Output;
        Assert.Contains("geonames:2000000001", with, StringComparison.Ordinal);
        Assert.Contains("\"gazetteer\":\"", with, StringComparison.Ordinal);
        var without = AscribeProcess.Run(["read", "-", "--format", "jsonl"], $"Gunmen killed two men in {Village} on 3 May 2024.").Output;
        Assert.DoesNotContain("geonames:2000000001", without, StringComparison.Ordinal);
        Assert.DoesNotContain("\"gazetteer\":\"", without, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gazetteer_of_the_users_folder_is_used_unless_it_is_switched_off()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "needs bash and XDG_DATA_HOME.");
        var dump = _dump.Write("XX.txt", DumpText.Row(2_000_000_001, Village));
        var script =
            $"""
            export XDG_DATA_HOME='{_dump.Folder}/data'
            "$@" gazetteer import '{dump}' && ls "$XDG_DATA_HOME/ascribe"
            echo 'Gunmen killed two men in {Village}.' > '{_dump.Folder}/report.txt'
            "$@" read '{_dump.Folder}/report.txt' --format jsonl 2>&1 | grep -c geonames:2000000001
            "$@" read '{_dump.Folder}/report.txt' --format jsonl --no-user-gazetteer 2>&1 | grep -c geonames:2000000001
            echo damage > "$XDG_DATA_HOME/ascribe/gazetteer.index"
            "$@" read '{_dump.Folder}/report.txt'; echo $?
            """;
        var (_, output, errors) = AscribeProcess.RunInShell(script, []);
        Assert.Equal(["gazetteer.index", "1", "0", "3"], output.TrimEnd('\n').Split('\n')[1..]);
        Assert.Equal($"error: {_dump.Folder}/data/ascribe/gazetteer.index: this is no imported gazetteer of the format ASCGIX01; 'ascribe gazetteer import' makes one.\n", errors);
    }

    [Fact]
    public void An_import_that_is_killed_leaves_the_old_gazetteer_in_use_and_does_not_hinder_the_next()
    {
        AscribeProcess.Run(["gazetteer", "import", _dump.Write("old.txt", DumpText.Row(1, "Old Village")), "--to", _dump.Index]);
        var before = File.ReadAllBytes(_dump.Index);
        using (var import = AscribeProcess.Start("gazetteer", "import", "-", "--to", _dump.Index))
        {
            for (var i = 1; i <= 90_000; i++) import.Write(DumpText.Row(i, "New Village") + "\n");
            var unfinished = new FileInfo(_dump.Index + ".unfinished");
            for (var wait = 0; wait < 300 && !(unfinished.Exists && unfinished.Length >= 1 << 20); wait++)
            {
                Thread.Sleep(100);
                unfinished.Refresh();
            }

            Assert.True(unfinished.Length >= 1 << 20);
            import.Kill();
        }

        Assert.Equal(before, File.ReadAllBytes(_dump.Index));
        Assert.Equal(["Old Village"], _dump.Find("Old Village"));
        var (exit, _, errors) = AscribeProcess.Run(["gazetteer", "import", "-", "--to", _dump.Index], DumpText.Row(7, "Next Village") + "\n");
        Assert.Equal((ExitCodes.Done, ""), (exit, errors));
        Assert.Equal(["Next Village"], _dump.Find("Next Village"));
        Assert.Empty(Directory.GetFiles(_dump.Folder, "*unfinished*"));
    }

    [Fact]
    public void Exit_codes_tell_what_became_of_an_import()
    {
        var good = DumpText.Row(1, "First");
        Assert.Equal((ExitCodes.SomeFailed, true), Import(_dump.Write("some.txt", good, "wrong")));
        Assert.Equal((ExitCodes.NothingRead, false), Import(_dump.Write("none.txt", "wrong")));
        Assert.Equal((ExitCodes.NothingRead, false), Import(Path.Combine(_dump.Folder, "gone.txt")));
        Assert.Equal((ExitCodes.Usage, false), Import(_dump.Write("good.txt", good), "--countries", "Iraq"));
        Assert.Equal((ExitCodes.Usage, false), Import(_dump.Write("good.txt", good), "--classes", "Q"));
        Assert.Equal(ExitCodes.Output, AscribeProcess.Run(["gazetteer", "import", _dump.Write("good.txt", good), "--to", "/proc/nowhere/gazetteer.index"]).ExitCode);
        Assert.Equal(ExitCodes.NothingRead, AscribeProcess.Run(["gazetteer", "check", "--gazetteer", _dump.Index]).ExitCode);
        Assert.Equal(ExitCodes.Usage, AscribeProcess.Run(["read", "-", "--gazetteer", "x", "--no-user-gazetteer"]).ExitCode);

        (int Exit, bool IsThere) Import(string file, params string[] options)
        {
            File.Delete(_dump.Index);
            var (exit, _, errors) = AscribeProcess.Run(["gazetteer", "import", file, "--to", _dump.Index, .. options]);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            var isThere = File.Exists(_dump.Index);
            File.Delete(_dump.Index);
            return (exit, isThere);
        }
    }
}
