using Ascribe.Dossiers.Ledger;
using Ascribe.Reports;

namespace Ascribe.Tests.Dossiers;

/// <summary>Reports written for the tests: three of one bombing, one of another in the same town, and one of something else.</summary>
internal static class DossierReports
{
    public const string First = """
        TIKRIT, Iraq - A car bomb went off at the vegetable market of Tikrit on Monday morning, killing 12 people and wounding 30, police said.
        The bomb was hidden in a white pickup beside the stall of Hamid Jaralla, a trader who died at once, his brother Salim Jaralla said.
        Colonel Adnan Barzoki of the Tikrit police said the dead were traders and shoppers. No group claimed responsibility for the bombing.
        """;

    public const string Second = """
        The toll of Monday's car bombing at the vegetable market of Tikrit has risen to 15, the health ministry said on Tuesday.
        Among the dead is the trader Hamid Jaralla, beside whose stall the white pickup stood. Colonel Adnan Barzoki told reporters that the car had come from Samarra.
        The Islamic State claimed responsibility for the bombing in a statement.
        """;

    public const string Copy = """
        TIKRIT, Iraq - A car bomb went off at the vegetable market of Tikrit on Monday morning, killing 14 people and wounding 30, police said.
        The bomb was hidden in a white pickup beside the stall of Hamid Jaralla, a trader who died at once, his brother Salim Jaralla said.
        Colonel Adnan Barzoki of the Tikrit police said the dead were traders and shoppers. No group claimed responsibility for the bombing.
        """;

    public const string Other = """
        Gunmen on motorcycles shot dead a judge outside the courthouse of Tikrit on Thursday, court officials said.
        Judge Munther Dulaimi was leaving for lunch when two men opened fire with pistols. His driver was unhurt.
        """;

    public const string Far = """
        Fishermen from Gdansk blocked the harbour on Saturday in a protest against quotas, the harbour master said. Nobody was hurt.
        """;

    public static void AddAll(ReportLedger ledger)
    {
        Add(ledger, "first", "Car bomb kills 12 in Tikrit market", First, "2016-03-07");
        Add(ledger, "second", "Toll of Tikrit market bombing rises to 15", Second, "2016-03-08");
        Add(ledger, "other", "Judge shot dead in Tikrit", Other, "2016-03-17");
        Add(ledger, "copy", "Car bomb kills 14 in Tikrit market", Copy, "2016-03-07");
        Add(ledger, "far", "Fishermen block harbour of Gdansk", Far, "2016-03-12");
    }

    public static void Add(ReportLedger ledger, string id, string title, string text, string day)
    {
        Assert.True(PublicationTime.TryParse(day, out var published));
        var report = new Report { Id = id, Title = title, Text = text, Published = published, Outlet = "Harbour" };
        ledger.Add(report, SharedReader.Instance.Read(report));
    }
}
