using System.Net;
using System.Text;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Sources;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>Files and standard input as reports. Whatever is in them is told and not thrown: these targets refuse nothing by an exception.</summary>
internal static class SourceTargets
{
    private static readonly ReportDefaults s_defaults = new() { Language = "en", Today = new NodaTime.LocalDate(2024, 3, 5) };

    public static IEnumerable<FuzzTarget> All() =>
    [
        new("source", () => Texts().Concat(Htmls()).Concat(Markdowns()).Concat(Jsons()).Append(Lines()).SelectMany(Encoded), TakeSource) { Words = ["\u00ef\u00bb\u00bf", "<!doctype html>", "<html"] },
        FuzzTarget.OfText("html", Htmls, text => Takes(HtmlText.Read(text)), isDecoded: true) with { Words = ["template", "table", "select", "svg", "math", "noscript", "frameset", "hidden", "aria-hidden", "main", "time", "datetime"] },
        FuzzTarget.OfText("markdown", Markdowns, text => Takes(MarkdownText.Read(text).Fields), isDecoded: true) with { Words = ["> ", "- ", "1. ", "```", "![", "](", "[^1]:", "<b>", "    ", "!!binary", "? ", "<<: ", "|\n", "..."] },
        FuzzTarget.OfText("plain-text", Texts, text => Takes(PlainText.Read(text)), isDecoded: true),
        // What comes to it is UTF-8: whoever calls has seen to that.
        FuzzTarget.OfText("report-object", Jsons, text => JsonText.Read(Encoding.UTF8.GetBytes(text)).Fields is { } fields && Takes(fields), isDecoded: true),
        new("encoding", () => Texts().SelectMany(Encoded), TakeBytes),
        FuzzTarget.OfText("published", () => ["2023-12-14", "2023-12-14T12:31", "2023-12-14 12:31:05.123", "2023-12-14T12:31:05Z", "2023-12-14T12:31+03:00"], TakeTime),
    ];

    private static bool TakeSource(byte[] bytes)
    {
        var any = false;
        foreach (var outcome in ReportFiles.Open("-", s_defaults, new MemoryStream(bytes)))
        {
            if (outcome.Report is null == outcome.Error is null) throw new BrokenPromiseException("An outcome has a report or an error.");
            any |= outcome.Report is { } report && IsSound(report);
        }

        return any;
    }

    private static bool Takes(ReportFields fields) => fields.ToReport("a file", null, "id", 0, s_defaults, []).Report is { } report && IsSound(report);

    private static bool IsSound(Report report)
    {
        if (report.Id.Length == 0 || string.IsNullOrWhiteSpace(report.Text) || report.Language.Length == 0) throw new BrokenPromiseException("The report has no id, text or language.");
        var json = RecordJson.Write(report);
        return json == RecordJson.Write(RecordJson.ReadReport(json)) ? true : throw new BrokenPromiseException("The report is not read as it was written.");
    }

    private static bool TakeBytes(byte[] bytes)
    {
        var (text, _, error) = TextDecoder.Decode(bytes);
        if (text is null == error is null) throw new BrokenPromiseException("Bytes give a text or an error.");
        if (text is not null && text.EnumerateRunes().Sum(r => r.Utf16SequenceLength) != text.Length) throw new BrokenPromiseException("The text holds half a character.");
        return text is not null;
    }

    private static bool TakeTime(string text)
    {
        if (!PublicationTime.TryParse(text, out var time)) return false;
        return PublicationTime.TryParse(time.ToString(), out var again) && again == time ? true : throw new BrokenPromiseException($"'{text}' is written '{time}', which is another time.");
    }

    private static IEnumerable<byte[]> Encoded(string text) =>
        [Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(text)]];

    private static IEnumerable<string> Texts() => Samples.Reports.SelectMany(r => (string[])
    [
        $"Title: {r.Title}\nOutlet: {r.Outlet}\nPublished: {r.Published}\nCredits: A. Writer; B. Writer\n\n{r.Text}",
        $"{r.Title}\n\n{r.Text}",
    ]);

    private static IEnumerable<string> Htmls() => Samples.Reports.Take(3).Select(r => $$$"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{{WebUtility.HtmlEncode(r.Title)}}} | Harbour</title>
        <meta property="og:site_name" content="Harbour"><meta name="author" content="A. Writer"><link rel="canonical" href="https://harbour.example/1">
        <script type="application/ld+json">{"@graph":[{"headline":"One","datePublished":"2024-03-05T10:00:00+0300","author":[{"name":"A. Writer"}],"publisher":{"name":"Harbour"}}]}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>{{{WebUtility.HtmlEncode(r.Title)}}}</h1><time datetime="2024-03-05">5 March</time>
        {{{string.Concat(r.Text.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)} <a href='#'>more</a><br>&nbsp;<b>so</b></p>\n"))}}}<table><tr><td>a</td><th>b</th></tr></table></article></main>
        <aside role="search"><form><select><option>x</select></form></aside><footer>&copy; Harbour</footer></body></html>
        """);

    private static IEnumerable<string> Markdowns() => Samples.Reports.Take(3).Select(r => $"""
        ---
        title: "{r.Title}"
        published: 2024-03-05
        credits: [A. Writer, 'B. Writer']
        url: &u https://harbour.example/1
        link: *u
        ---

        # {r.Title}

        {r.Text}

        > A *quoted* **word** and `code` &amp; [a link](https://harbour.example/2 "title") <https://harbour.example/3>

        - one
          1. two
        * * *
        [ref]: https://harbour.example/4
        """);

    private static IEnumerable<string> Jsons() => Samples.Reports.Select((r, i) =>
        $$"""{"id":"r{{i}}","title":{{Quoted(r.Title ?? "")}},"text":{{Quoted(r.Text)}},"outlet":"Harbour","date":"2024-03-05T10:00Z","credits":["A. Writer"],"url":"https://harbour.example/{{i}}","lang":"en"}""");

    private static string Lines() => string.Join('\n', Jsons());

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";
}
