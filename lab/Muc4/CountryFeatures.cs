namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell the country of an incident.</summary>
internal static class CountryFeatures
{
    /// <param name="places">Where it happened.</param>
    public static uint[] Of(IncidentText text, IEnumerable<Entity> places)
    {
        var bag = new Features();
        var mentions = text.Reading.Mentions;
        var where = places.SelectMany(p => p.Phrases).ToList();
        foreach (var place in mentions.Places.Where(p => p.Place.Country is not null && where.Exists(q => q.Tokens.Overlaps(p.Tokens))))
        {
            bag.Add("of place", place.Place.Country!);
            bag.Add("of place known", place.Place.Country!, place.Place.GazetteerId is null ? "no" : "yes");
        }

        var rank = 0;
        foreach (var (country, count) in mentions.Places.Where(p => p.Place.Country is not null).CountBy(p => p.Place.Country!).OrderByDescending(c => c.Value))
        {
            bag.Add("country", country);
            bag.Add("country count", country, count, 5);
            if (rank++ < 2) bag.Add("country rank", country, rank);
        }

        foreach (var incident in text.Reading.Incidents.Where(i => i.IsMain).SelectMany(i => i.Places).Take(3)) bag.Add("main place", incident.Place.Country ?? "");
        for (var t = 0; t < Math.Min(text.BodyStart, 4); t++) bag.Add("dateline", text.LemmaOf(t));
        foreach (var chain in mentions.Chains)
        {
            if (chain.Country is { } country) bag.Add("actor country", country);
            if (chain.ActorId is { } actor) bag.Add("actor", actor);
        }

        return bag.ToArray();
    }
}
