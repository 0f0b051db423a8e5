using System.Globalization;
using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>
/// A dossier in the model of FollowTheMoney: an Event with its Address, an Article for each report, Persons and organisations with a Mention for each report that names them, and an UnknownLink with a role for each tie to the incident: "accused by …" is a role and
/// no part in it. "involved" are its victims and targets, and those who say themselves that they did it. Each claim is a Note on the event.
/// </summary>
internal sealed class FtmEntities
{
    private readonly ExportedIncident _facts;
    private readonly Dossier _dossier;
    private readonly Dictionary<string, FtmEntity> _entities = new(StringComparer.Ordinal);
    private readonly List<FtmEntity> _order = [];

    private FtmEntities(ExportedIncident facts) => (_facts, _dossier) = (facts, facts.Dossier);

    public static IReadOnlyList<FtmEntity> Of(ExportedIncident facts, ExportOptions options)
    {
        var entities = new FtmEntities(facts);
        entities.AddEvent(options);
        foreach (var report in facts.Dossier.Reports) entities.AddArticle(report);
        entities.AddLinks();
        foreach (var (report, claim) in ClaimsOfIncident.Of(facts.Dossier))
        {
            var article = ArticleId(report.Record.Report);
            entities.Entity($"{report.Mention.Id}-{claim.Id}", "Note").Add("name", $"{ClaimsOfIncident.ChainOf(claim)}: {RecordJson.NameOf(claim.Stance)}, {RecordJson.NameOf(claim.Certainty)}", report.Record.Report.Id)
                .Add("description", ClaimsOfIncident.TextOf(claim), report.Record.Report.Id).Add("summary", ClaimsOfIncident.StatedBy(report, claim), report.Record.Report.Id)
                .Add("entity", facts.Dossier.Id).Add("proof", article).Add("notes", $"{claim.Id}, characters {ClaimsOfIncident.OffsetsOf(claim.Content)} (UTF-16) of the text", report.Record.Report.Id);
        }

        return entities._order;
    }

    /// <summary>The entity of an id, made when it is first asked for.</summary>
    private FtmEntity Entity(string id, string schema)
    {
        if (_entities.TryGetValue(id, out var entity)) return entity;
        _order.Add(entity = _entities[id] = new FtmEntity(id, schema));
        return entity;
    }

    private void AddEvent(ExportOptions options)
    {
        var first = _dossier.Reports[0].Record.Report;
        var day = _dossier[Slot.Day]?.Best;
        var made = Entity(_dossier.Id, "Event").Add("name", _dossier.Title, first.Id).Add("keywords", _facts.Type, _dossier[Slot.Type]?.Best.Report).Add("sourceUrl", options.AddressOf(_dossier.Id));
        if (_facts.Time is { Earliest: { } from, Latest: { } to })
        {
            if (from == to) made.Add("date", Iso(from), day?.Report);
            else made.Add("startDate", Iso(from)).Add("endDate", Iso(to));
        }

        made.Add("summary", _dossier.Slots.Select(Told.Of)).Add("notes", _dossier.OpenQuestions).Add("notes", "Merged from " + string.Join(", ", _dossier.Reports.Select(r => r.Mention.Id)))
            .Add("notes", TlpLabel.Of(_dossier.Marking))
            .Add("sourceUrl", _dossier.Reports.Select(r => Web(r.Record.Report.Url))).Add("proof", _dossier.Reports.Select(r => ArticleId(r.Record.Report)));
        if (_facts.Place is not { } told) return;
        var place = _dossier[Slot.Place]!.Best;
        made.Add("country", CountryOf(told.Place.Country), place.Report).Add("location", StatementReader.NameOf(told.Place), place.Report).Add("addressEntity", _dossier.Id + "-place");
        var full = string.Join(", ", ((string?[])[told.Place.Name, told.Place.Admin1 == told.Place.Name ? null : told.Place.Admin1, told.Place.Country is { } c ? ExportCodes.Instance.CountryOf(c) : null]).OfType<string>());
        var address = Entity(_dossier.Id + "-place", "Address").Add("name", full, place.Report).Add("full", full, place.Report)
            .Add("state", told.Place.Admin1, place.Report).Add("country", CountryOf(told.Place.Country), place.Report).Add("remarks", $"{RecordJson.NameOf(told.Place.Precision)}, {RecordJson.NameOf(told.Relation)}{(told.RadiusKm is { } km ? string.Create(CultureInfo.InvariantCulture, $", within {km} km") : "")}", place.Report);
        if (PlaceShape.IsNarrow(told)) address.Add("latitude", Number(told.Place.Coordinates!.Value.Latitude), place.Report).Add("longitude", Number(told.Place.Coordinates.Value.Longitude), place.Report);
    }

    private void AddArticle(DossierReport report)
    {
        var source = report.Record.Report;
        Entity(ArticleId(source), "Article").Add("fileName", source.Id, source.Id).Add("title", source.Title ?? source.Id, source.Id).Add("name", source.Title ?? source.Id, source.Id).Add("publisher", source.Outlet, source.Id)
            .Add("author", source.Credits, source.Id).Add("publishedAt", source.Published is { } published ? Iso(published.Day) : null, source.Id).Add("sourceUrl", Web(source.Url), source.Id)
            .Add("language", LanguageOf(source.Language), source.Id).Add("notes", "SHA-256 of the text " + RecordJson.HashOf(source.Text), source.Id);
    }

    private void AddLinks()
    {
        foreach (var (actor, part) in _facts.Affected)
        {
            var id = AddActor(actor);
            Entity(_dossier.Id, "Event").Add("involved", id);
            Entity($"{_dossier.Id}-{part}-{ShortOf(id)}", "UnknownLink").Add("subject", id).Add("object", _dossier.Id).Add("role", part);
        }

        foreach (var attribution in _facts.Attributions)
        {
            var id = AddActor(attribution.Actor);
            if (attribution.Ground is PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged) Entity(_dossier.Id, "Event").Add("involved", id);
            foreach (var word in attribution.Words)
            {
                var article = ArticleId(_dossier.Reports.First(r => r.Record.Report.Id == word.Report).Record.Report);
                Entity($"{_dossier.Id}-{RecordJson.NameOf(word.Basis)}-{ShortOf(id)}-{ShortOf(word.Report + "\n" + word.Speaker)}", "UnknownLink").Add("subject", id).Add("object", _dossier.Id)
                    .Add("role", $"{RecordJson.NameOf(word.Basis)} by {word.Speaker ?? "the report"}", word.Report).Add("summary", word.Quote?.Text, word.Report).Add("proof", article);
            }
        }
    }

    private string AddActor(Actor actor)
    {
        var exported = ExportedActor.Of(_dossier, actor);
        var id = exported.Key.Replace('/', '-') is var key && exported.IsKnown ? key : "actor-" + ShortOf(exported.Key);
        if (_entities.ContainsKey(id)) return id;
        Entity(id, ExportCodes.Instance.Find("ftm_schemata", RecordJson.NameOf(exported.Kind))!).Add("name", exported.Name).Add("country", CountryOf(exported.Country));
        foreach (var report in _dossier.Reports)
        {
            var named = report.Record.Actors.FirstOrDefault(a => AttributionReader.KeyOf(a) == AttributionReader.KeyOf(actor));
            if (named is null) continue;
            Entity($"{id}-{ShortOf(report.Record.Report.Id)}", "Mention").Add("document", ArticleId(report.Record.Report)).Add("name", named.Mentions.Select(m => m.Text), report.Record.Report.Id).Add("resolved", id)
                .Add("detectedSchema", _entities[id].Schema);
        }

        return id;
    }

    private static string ArticleId(Report report) => "report-" + ShortOf(report.Id);

    /// <summary>A name as ten hex digits, for ids.</summary>
    private static string ShortOf(string name) => RecordJson.HashOf(name)[..10];

    /// <summary>The ISO 639-2 code of an ISO 639-1 code, or null.</summary>
    private static string? LanguageOf(string code) => CultureInfo.GetCultures(CultureTypes.NeutralCultures).FirstOrDefault(c => c.Name == code && c.Name.Length == 2)?.ThreeLetterISOLanguageName;

    private static string? CountryOf(string? code) => code?.ToLowerInvariant();

    private static string? Web(string? url) => WebAddress.TryParse(url, out var uri) ? uri.AbsoluteUri : null;

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Number(double number) => number.ToString("0.#####", CultureInfo.InvariantCulture);
}
