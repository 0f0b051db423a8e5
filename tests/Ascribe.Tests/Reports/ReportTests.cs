using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Reports;

public sealed class ReportTests
{
    // Not as attributes: those are kept in UTF-8, which has no halves.
    public static TheoryData<string, string> Texts => new()
    {
        { "a \uD83D b", "a \uFFFD b" },
        { "\uDE00", "\uFFFD" },
        { "\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00" },
        { "\uD83D\uDE00 and \uD83D", "\uD83D\uDE00 and \uFFFD" },
        { "\uD83D\uDE00", "\uD83D\uDE00" },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Half_a_character_becomes_a_whole_one_and_offsets_stay(string text, string whole)
    {
        var report = new Report { Id = text, Title = text, Text = text, Outlet = text, Url = text, Credits = [text] };
        Assert.Equal([whole, whole, whole, whole, whole, whole], [report.Id, report.Title, report.Text, report.Outlet, report.Url, report.Credits[0]]);
        var json = RecordJson.Write(report);
        Assert.Equal(json, RecordJson.Write(RecordJson.ReadReport(json)));
    }
}
