using System.Text;
using System.Xml;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Ascribe.Desk.Endpoints;

/// <summary>New and changed dossiers of a query as an Atom feed (RFC 4287).</summary>
internal static class FeedEndpoints
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Entries = 50;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/feed.atom", Feed).WithName("GetFeed").WithSummary("Dossiers that fit a query as an Atom feed, the latest first.").Produces(StatusCodes.Status200OK, contentType: "application/atom+xml").Needs(Right.Read);

    private static async Task<IResult> Feed([AsParameters] DossierQueryString query, HttpContext context, LedgerPool ledgers, CancellationToken cancelled)
    {
        var (asked, caller) = (query.Read() with { Sort = DossierSort.LatestPublication, Limit = Entries }, Caller.Of(context));
        var dossiers = await ledgers.Use(s => s.ShelfFor(caller).Summaries(asked).ToList(), cancelled);
        return Results.Bytes(Write(dossiers, new Uri($"{context.Request.Scheme}://{context.Request.Host}/"), context.Request.QueryString.Value ?? ""), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(List<DossierSummary> dossiers, Uri desk, string query)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", Atom, "Ascribe" + (query.Length > 1 ? $" ({Uri.UnescapeDataString(query[1..])})" : ""));
            xml.WriteElementString("id", Atom, $"{desk}v1/feed.atom{query}");
            xml.WriteElementString("updated", Atom, TimeOf(dossiers.Count > 0 ? dossiers[0] : null));
            Link(xml, "self", $"{desk}v1/feed.atom{query}");
            foreach (var dossier in dossiers) Entry(xml, dossier, desk);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Entry(XmlWriter xml, DossierSummary dossier, Uri desk)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Clean(dossier.Title));
        xml.WriteElementString("id", Atom, "urn:ascribe:dossier:" + dossier.Id);
        xml.WriteElementString("updated", Atom, TimeOf(dossier));
        Link(xml, "alternate", $"{desk}dossiers/{dossier.Id}");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, $"{dossier.Reports} reports, {dossier.Origins} texts of their own");
        xml.WriteEndElement();
        string?[] told = [dossier.Day is { } day ? LocalDatePattern.Iso.Format(day) : null, dossier.Place, dossier.Country, dossier.Types.Count > 0 ? dossier.Types[0].Replace('_', ' ') : null, dossier.Killed is { } killed ? $"killed: {killed.Value}" : null];
        xml.WriteElementString("summary", Atom, Clean(string.Join(" · ", told.OfType<string>())));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text) => new([.. text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' ')]);

    private static string TimeOf(DossierSummary? dossier) => (dossier?.LastPublished is { } day ? LocalDatePattern.Iso.Format(day) : "1970-01-01") + "T00:00:00Z";
}
