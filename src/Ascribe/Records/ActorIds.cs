using Ascribe.Actors;

namespace Ascribe.Records;

/// <summary>Gives the chains of a report their actor ids: "a1", "a2" … in order of first mention.</summary>
internal sealed class ActorIds
{
    private readonly bool[] _used;

    public ActorIds(ReportMentions mentions)
    {
        _used = new bool[mentions.Chains.Count];
        for (var c = 0; c < _used.Length; c++) _used[c] = mentions.Chains[c] is { IsNamed: true, Kind: not ActorKind.Unknown };
    }

    /// <summary>The id of a chain, which the record then lists.</summary>
    public string IdOf(int chain)
    {
        _used[chain] = true;
        return $"a{chain + 1}";
    }

    /// <summary>The id of a chain, or null for -1.</summary>
    public string? IdAt(int chain) => chain < 0 ? null : IdOf(chain);

    /// <summary>The actors that the record speaks of: all that were given out, and all that have a name.</summary>
    public IReadOnlyList<Actor> Used(ReportMentions mentions)
    {
        var actors = new List<Actor>();
        for (var c = 0; c < _used.Length; c++)
        {
            if (!_used[c]) continue;
            var chain = mentions.Chains[c];
            actors.Add(new Actor
            {
                Id = IdOf(c),
                Name = chain.Name,
                Kind = chain.Kind,
                Country = chain.Country,
                ActorId = chain.ActorId,
                Role = chain.Role,
                KnownOffice = chain.KnownOffice,
                Mentions = [.. chain.Mentions.Select(m => mentions.Report.Quote(m.Tokens))],
            });
        }

        return actors;
    }
}
