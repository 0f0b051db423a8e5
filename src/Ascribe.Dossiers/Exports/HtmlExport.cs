using System.Globalization;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Dossiers.Exports;

/// <summary>Dossiers as one HTML file that needs nothing else and prints well: no script, no address that is loaded, each value with the numbers of the quotes that state it.</summary>
internal static class HtmlExport
{
    private const string Style = """
        :root{color-scheme:light}body{font:11pt/1.45 Georgia,"Noto Serif",serif;color:#111;background:#fff;max-width:48rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.5rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.05rem;margin:1.4rem 0 .4rem;border-bottom:1px solid #888}
        table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #ccc}
        th{font-weight:600}ul,ol{padding-inline-start:1.6rem;margin:.3rem 0}li{margin:.2rem 0}q,blockquote{quotes:"“" "”";font-style:normal}.meta,.ref{color:#444;font-size:.85rem}
        .mark{font-weight:700;border:1px solid #111;padding:0 .4rem;white-space:nowrap}.label{font-variant:small-caps;font-weight:600}a{color:#003a8c;overflow-wrap:anywhere}
        article+article{margin-top:4rem;break-before:page}tr,li{break-inside:avoid}h2{break-after:avoid}
        @media print{body{max-width:none;margin:0;padding:0;font-size:10pt}a{color:inherit;text-decoration:none}@page{margin:18mm}thead{display:table-header-group}}
        """;

    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options)
    {
        yield return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Dossiers</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>

            """;
        foreach (var dossier in dossiers) yield return ArticleOf(new ExportedIncident(dossier), options);
        yield return "</main>\n</body>\n</html>\n";
    }

    private static string ArticleOf(ExportedIncident facts, ExportOptions options)
    {
        var (dossier, html, quotes) = (facts.Dossier, new HtmlText(), new QuoteNumbers());
        html.Markup($"<article id=\"{dossier.Id}\">\n<header>\n");
        html.Markup("<p><span class=\"mark\">").Text(TlpLabel.Of(dossier.Marking)).Markup("</span></p>\n");
        html.Element("h1 dir=\"auto\"", dossier.Title).Markup("\n<p class=\"meta\">").Text(Head(facts));
        if (options.AddressOf(dossier.Id) is { } address) html.Text(" · ").Link(address);
        html.Markup("</p>\n</header>\n");
        WriteSlots(html, dossier, quotes);
        WriteAttributions(html, facts, quotes);
        WriteClaims(html, dossier, quotes);
        Section(html, "Open questions", dossier.OpenQuestions);
        WriteTallies(html, dossier, quotes);
        Section(html, "Where copies differ", dossier.Differences.Select(d => d switch
        {
            { Was: null } => $"{d.Copy} adds “{d.Is}”",
            { Is: null } => $"{d.Copy} leaves out “{d.Was}”",
            _ => $"{d.Copy} has “{d.Is}” for “{d.Was}” of {d.Original}",
        }));
        WriteReports(html, dossier);
        Section(html, "Merged from", dossier.Reports.Select((r, i) => i == 0 ? r.Mention.Id : $"{r.Mention.Id}: {dossier.Reasons[i - 1]}"));
        Section(html, "Possibly the same incident", dossier.PossiblySame.Select(t => $"{t.Dossier}: {string.Join("; ", t.Reasons)}"));
        WriteQuotes(html, dossier, quotes);
        return html.Markup("</article>\n").ToString();
    }

    private static string Head(ExportedIncident facts) => string.Join(" · ", ((string?[])
    [
        facts.Dossier.Id,
        facts.Type?.Replace('_', ' '),
        facts.Dossier[Slot.Day]?.Best.Value,
        facts.Place is { } place ? $"{StatementReader.NameOf(place.Place)}, {PrecisionOf(place.Place.Precision, place.RadiusKm)}" : null,
        Count(facts.Dossier.Reports.Count, "report"),
        Count(facts.Dossier.Origins, "text") + " of their own",
    ]).OfType<string>());

    private static string PrecisionOf(PlacePrecision precision, double? km) => RecordJson.NameOf(precision) + (km is { } radius ? string.Create(CultureInfo.InvariantCulture, $" within {radius:0.#} km") : "");

    private static void WriteSlots(HtmlText html, Dossier dossier, QuoteNumbers quotes)
    {
        html.Markup("<section>\n<h2>What is told</h2>\n<table>\n<thead><tr><th scope=\"col\">Of what</th><th scope=\"col\">Value</th><th scope=\"col\">Who says so</th></tr></thead>\n<tbody>\n");
        foreach (var slot in dossier.Slots)
        {
            foreach (var value in slot.Values)
            {
                html.Markup("<tr><th scope=\"row\">").Text(slot.Label);
                if (value == slot.Values[0]) html.Markup("<br><span class=\"meta\">").Text(Summary(slot)).Markup("</span>");
                html.Markup("</th><td dir=\"auto\">").Text(value.Value.Replace('_', ' ')).Markup(" <span class=\"meta\">").Text(value.GradeIn(slot).ToString()).Markup("</span></td><td><ul>");
                foreach (var statement in value.Statements)
                {
                    html.Markup("<li>").Element("bdi", statement.Speaker ?? "the report").Text($", {statement.Report}, {statement.Published?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}");
                    if (statement.Quote is { } quote) Reference(html, dossier, quotes.Of(statement.Report, quote));
                    html.Markup("</li>");
                }

                html.Markup("</ul></td></tr>\n");
            }
        }

        html.Markup("</tbody>\n</table>\n</section>\n");
    }

    private static string Summary(DossierSlot slot) => RecordJson.NameOf(slot.Agreement)
        + (slot.Low is { } low ? string.Create(CultureInfo.InvariantCulture, $", low {low}, best {slot.Best.Value}, high {(slot.High is { } high ? high : "open")}") : "");

    private static void WriteAttributions(HtmlText html, ExportedIncident facts, QuoteNumbers quotes)
    {
        if (facts.Attributions.Count == 0) return;
        html.Markup("<section>\n<h2>Who is said to have done it</h2>\n<p class=\"meta\">What others say of them; nobody is found guilty here.</p>\n<ul>\n");
        foreach (var attribution in facts.Attributions)
        {
            html.Markup("<li>").Element("bdi", attribution.Actor.Name).Markup("<ul>");
            foreach (var word in attribution.Words)
            {
                html.Markup("<li><span class=\"label\">").Text(RecordJson.NameOf(word.Basis)).Markup("</span>, ").Element("bdi", word.Speaker ?? "the report").Text($", {word.Report}");
                if (word.Quote is { } quote) Reference(html, facts.Dossier, quotes.Of(word.Report, quote));
                html.Markup("</li>");
            }

            html.Markup("</ul></li>\n");
        }

        html.Markup("</ul>\n</section>\n");
    }

    private static void WriteClaims(HtmlText html, Dossier dossier, QuoteNumbers quotes)
    {
        var claims = ClaimsOfIncident.Of(dossier).ToList();
        if (claims.Count == 0) return;
        html.Markup("<section>\n<h2>Claims</h2>\n<ul>\n");
        foreach (var (report, claim) in claims)
        {
            html.Markup("<li>").Element("bdi", ClaimsOfIncident.ChainOf(claim)).Text(", ").Element("span class=\"label\"", RecordJson.NameOf(claim.Stance).Replace('_', ' '))
                .Text(claim.Certainty == Certainty.Certain ? "" : $", {RecordJson.NameOf(claim.Certainty)}").Text($", {report.Record.Report.Id} {claim.Id}");
            foreach (var piece in claim.Content) Reference(html, dossier, quotes.Of(report.Record.Report.Id, piece));
            html.Markup("</li>\n");
        }

        html.Markup("</ul>\n</section>\n");
    }

    private static void WriteTallies(HtmlText html, Dossier dossier, QuoteNumbers quotes)
    {
        if (dossier.Tallies.Count == 0) return;
        html.Markup("<section>\n<h2>Totals told beside it, not added in</h2>\n<ul>\n");
        foreach (var (report, tally) in dossier.Tallies)
        {
            html.Markup("<li>").Element("bdi", tally.What).Text($", {StatedNumber.Of(tally.Count)}, {report}");
            Reference(html, dossier, quotes.Of(report, tally.Spans[0]));
            html.Markup("</li>\n");
        }

        html.Markup("</ul>\n</section>\n");
    }

    private static void WriteReports(HtmlText html, Dossier dossier)
    {
        html.Markup("<section>\n<h2>Reports</h2>\n<ul>\n");
        foreach (var report in dossier.Reports)
        {
            var source = report.Record.Report;
            html.Markup("<li>").Element("bdi", source.Title ?? source.Id).Text($" · {source.Outlet ?? "outlet not told"} · {source.Published?.ToString() ?? "undated"} · {source.Id}");
            if (dossier.Reports.First(r => r.Origin == report.Origin) is var first && first != report) html.Text($" · copy of {first.Record.Report.Id}");
            if (source.Url is { Length: > 0 } url) html.Text(" · ").Link(url);
            html.Markup("<br><span class=\"meta\">SHA-256 of the text ").Text(RecordJson.HashOf(source.Text)).Markup("</span></li>\n");
        }

        html.Markup("</ul>\n</section>\n");
    }

    private static void WriteQuotes(HtmlText html, Dossier dossier, QuoteNumbers quotes)
    {
        if (quotes.All.Count == 0) return;
        html.Markup("<section>\n<h2>Quotes</h2>\n<p class=\"meta\">Offsets are half-open UTF-16 code units into the text of the report.</p>\n<ol>\n");
        for (var i = 0; i < quotes.All.Count; i++)
        {
            var (report, quote) = quotes.All[i];
            html.Markup(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{dossier.Id}-q{i + 1}\">")).Element("q dir=\"auto\"", quote.Text)
                .Markup(" <span class=\"meta\">").Text($"{report}, {ClaimsOfIncident.OffsetsOf([quote])}").Markup("</span></li>\n");
        }

        html.Markup("</ol>\n</section>\n");
    }

    private static void Reference(HtmlText html, Dossier dossier, int number) =>
        html.Markup(string.Create(CultureInfo.InvariantCulture, $" <a class=\"ref\" href=\"#{dossier.Id}-q{number}\">[{number}]</a>"));

    private static void Section(HtmlText html, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count == 0) return;
        html.Markup($"<section>\n<h2>{title}</h2>\n<ul>\n");
        foreach (var line in list) html.Element("li dir=\"auto\"", line).Markup("\n");
        html.Markup("</ul>\n</section>\n");
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
