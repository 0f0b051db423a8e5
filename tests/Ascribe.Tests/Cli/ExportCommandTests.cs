using Ascribe.Cli;
using Ascribe.Dossiers.Exports;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Cli;

/// <summary>The verb that hands on, as a user types it.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-export-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public ExportCommandTests()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_asked_for_is_written_to_a_file()
    {
        var file = Path.Combine(_folder, "out.csv");
        var (exit, output, errors) = AscribeProcess.Run(["export", "csv-incidents", "--ledger", Ledger, "--country", "IQ", "--several", "-o", file]);
        Assert.Equal((ExitCodes.Done, "", ""), (exit, output, errors));
        Assert.Equal(2, File.ReadAllText(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var (one, printed, _) = AscribeProcess.Run(["export", "geojson", "--ledger", Ledger, "--dossier", "first", "--desk", "http://127.0.0.1:5000"]);
        Assert.Equal(ExitCodes.Done, one);
        Assert.Contains("http://127.0.0.1:5000/dossiers/d", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "export", "xml")]
    [InlineData(ExitCodes.Usage, "export", "geojson", "--tlp", "pink")]
    [InlineData(ExitCodes.Usage, "export", "geojson", "--desk", "ftp://x")]
    [InlineData(ExitCodes.NothingRead, "export", "geojson", "--dossier", "none")]
    [InlineData(ExitCodes.NothingRead, "export", "geojson", "--after", "none")]
    [InlineData(ExitCodes.Output, "export", "geojson", "-o", "/no/such/folder/x")]
    public void What_cannot_be_done_is_told_in_a_sentence(int code, params string[] arguments)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", Ledger]);
        Assert.Equal((code, ""), (exit, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_format()
    {
        var help = AscribeProcess.Run(["export", "--help"]).Output;
        Assert.All(ExportFormat.All, f => Assert.Contains(f.Name, help, StringComparison.Ordinal));
    }
}
