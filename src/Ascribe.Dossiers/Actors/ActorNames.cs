using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Records;

namespace Ascribe.Dossiers.Actors;

/// <summary>Finds those actors of a record that have a name and not only a description ("gunmen", "security sources").</summary>
internal sealed class ActorNames
{
    /// <summary>Ties of a person that tell whose side he is on.</summary>
    private static readonly RelationKind[] s_ties = [RelationKind.MemberOf, RelationKind.CommanderOf, RelationKind.HeadOf, RelationKind.SpokesmanOf, RelationKind.HoldsOffice, RelationKind.EmployedBy];

    private static readonly Lazy<ActorNames> s_english = new(Load);

    private readonly HashSet<string> _descriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _usual = new(StringComparer.Ordinal);

    private ActorNames()
    {
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed.</exception>
    public static ActorNames English => s_english.Value;

    public IEnumerable<NamedMention> Of(Record record)
    {
        for (var place = 0; place < record.Actors.Count; place++)
        {
            var actor = record.Actors[place];
            if (actor.ActorId is null && !IsName(actor.Name)) continue;
            var (country, side) = (actor.Country ?? actor.KnownOffice?.Country, actor.KnownOffice is null ? ActorSide.Unknown : ActorSide.State);
            if (actor.Kind == ActorKind.Person)
            {
                foreach (var tie in record.Relations.Where(r => r.Subject == actor.Id && s_ties.Contains(r.Kind)))
                {
                    if (record.Actors.FirstOrDefault(a => a.Id == tie.Object) is not { } organisation) continue;
                    country ??= organisation.Country;
                    if (side == ActorSide.Unknown) side = SideOf(organisation.Kind);
                }
            }

            yield return new NamedMention(place, actor.Name, actor.Kind, actor.ActorId, country, side)
            {
                UsualName = actor.ActorId is { } id ? _usual.GetValueOrDefault(id, actor.Name) : actor.Name,
            };
        }
    }

    private static ActorNames Load()
    {
        var names = new ActorNames();
        foreach (var row in LexiconTable.Load("en/actors.tsv").Rows) names._usual[row["id"]] = row["name"];
        foreach (var row in LexiconTable.Load("en/agents.tsv").Rows)
        {
            names._descriptions.Add(TokenForm.Fold(row["noun"]));
            if (row["plural"].Length > 0) names._descriptions.Add(TokenForm.Fold(row["plural"]));
        }

        return names;
    }

    /// <summary>Its first and last word have a capital, or letters that know none, and it is more than the noun of a description at the head of a sentence.</summary>
    private bool IsName(string name)
    {
        var (first, last) = (name.IndexOf(' ', StringComparison.Ordinal), name.LastIndexOf(' '));
        return name.Length > 1 && HasCapital(first < 0 ? name : name.AsSpan(0, first)) && HasCapital(name.AsSpan(last + 1)) && (last >= 0 || !_descriptions.Contains(TokenForm.Fold(name)));
    }

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) && !char.IsLower(c)) return true;
        }

        return false;
    }

    private static ActorSide SideOf(ActorKind organisation) => organisation switch
    {
        ActorKind.State or ActorKind.GovernmentBody => ActorSide.State,
        ActorKind.ArmedGroup => ActorSide.ArmedGroup,
        ActorKind.Unknown => ActorSide.Unknown,
        _ => ActorSide.Other,
    };
}
