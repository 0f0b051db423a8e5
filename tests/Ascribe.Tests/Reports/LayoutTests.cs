using Ascribe.Reports;
using NodaTime;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Reports;

public sealed class LayoutTests
{
    private static readonly Lazy<ReportAnalyzer?> s_analyzer = new(Load);

    [Theory]
    [InlineData("layout")]
    [InlineData("agencies")]
    public void Examples_hold(string lexicon)
    {
        var yaml = File.ReadAllText(Path.Combine(Root(), "lexicons", "en", lexicon + ".examples.yaml"));
        foreach (var example in new DeserializerBuilder().Build().Deserialize<List<Example>>(yaml))
        {
            var report = Analyze(new Report { Id = "1", Text = example.Text });
            if (example.Passages is { } passages) Assert.Equal(passages, Paragraphs(report));
            if (example.Credits is { } credits) Assert.Equal(credits, report.Credits.Select(c => $"{c.Kind} {c.Name}".Replace(c.Kind.ToString(), c.Kind.ToString().ToLowerInvariant(), StringComparison.Ordinal)));
            if (example.Stamp is { } stamp) Assert.Equal(stamp, report.Published.ToString());
            if (example.Outlet is { } outlet) Assert.Equal(outlet, report.Outlet);
        }
    }

    [Fact]
    public void What_the_source_says_goes_before_what_the_text_says()
    {
        var report = Analyze(new Report
        {
            Id = "1",
            Text = "Updated 14 December 2023\n\nTwo rockets hit the airport.\n\n© 2024 The Harbour Times",
            Outlet = "Harbour",
            Published = PublicationTime.On(new LocalDate(2023, 12, 13)),
        });
        Assert.Equal(new LocalDate(2023, 12, 13), report.PublishedOn);
        Assert.Equal("Harbour", report.Outlet);
        Assert.Equal("2023-12-14", report.Stamp.ToString());
    }

    [Theory]
    [InlineData("Updated 5/6/2023")]
    [InlineData("Updated 31 June 2023")]
    [InlineData("Updated December 2023")]
    [InlineData("Updated on Friday, 15:02")]
    public void A_day_that_is_not_stated_in_full_is_never_guessed(string stamp) =>
        Assert.Null(Analyze(new Report { Id = "1", Text = stamp + "\n\nTwo rockets hit the airport." }).Published);

    [Fact]
    public void The_dateline_is_recorded_and_stays_in_the_body()
    {
        var report = Analyze(new Report { Id = "1", Title = "Airport hit", Text = "ERBIL, Iraq (Reuters) - Two rockets hit the airport." });
        Assert.Equal("ERBIL, Iraq (Reuters) -", report.Quote(report.Dateline!.Value).Text);
        Assert.Equal([PassageKind.Title, PassageKind.Body, PassageKind.Body], Enumerable.Range(0, 3).Select(report.PassageOf));
    }

    private static ReportDocument Analyze(Report report)
    {
        if (s_analyzer.Value is not { } analyzer)
        {
            Assert.Skip("The models are not there.");
            return null!;
        }

        return analyzer.Analyze(report);
    }

    private static ReportAnalyzer? Load()
    {
        var analyzer = ReportAnalyzer.Load();
        try
        {
            analyzer.ModelVersion("en");
            return analyzer;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static List<string> Paragraphs(ReportDocument report)
    {
        var kinds = new List<string>();
        for (var s = 0; s < report.Document.SentenceCount; s++)
        {
            if (report.Document.OpensParagraph(s)) kinds.Add(report.PassageOf(s).ToString().ToLowerInvariant());
        }

        return kinds;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ascribe.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository was expected above the tests.");
    }

    private sealed class Example
    {
        [YamlMember(Alias = "text")]
        public string Text { get; set; } = "";

        [YamlMember(Alias = "passages")]
        public List<string>? Passages { get; set; }

        [YamlMember(Alias = "credits")]
        public List<string>? Credits { get; set; }

        [YamlMember(Alias = "stamp")]
        public string? Stamp { get; set; }

        [YamlMember(Alias = "outlet")]
        public string? Outlet { get; set; }
    }
}
