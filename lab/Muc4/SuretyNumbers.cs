using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at, as numbers, to tell how surely an organisation is named as the doer: who says it of it in our own reading, how near it stands to the incident, what else might have done it.</summary>
internal static class SuretyNumbers
{
    private static readonly Lazy<CueLexicon> s_cues = new(() => CueLexicon.Load("en"));

    private static readonly ActorKind[] s_kinds = [ActorKind.ArmedGroup, ActorKind.GovernmentBody, ActorKind.State];

    /// <param name="members">The entities of the incident with their roles.</param>
    public static List<float> Of(IncidentText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        var numbers = new List<float>();
        var document = text.Document;
        var others = members.Where(m => m.Role is not (IncidentRole.Place or IncidentRole.PerpetratorOrganization)).SelectMany(m => m.Entity.Phrases).ToList();
        int Distance(Phrase phrase) => others.Count == 0 ? 99 : others.Min(o => Math.Abs(o.Sentence - phrase.Sentence));
        var nearest = entity.Phrases.MinBy(Distance)!;
        var near = entity.Phrases.Where(p => Distance(p) is var d && (d <= 1 || d == Distance(nearest))).ToList();
        var last = others.Count == 0 ? 0 : others.Max(o => o.Sentence);
        var first = others.Count == 0 ? 0 : others.Min(o => o.Sentence);
        numbers.AddRange([Distance(nearest), entity.Phrases[0].Sentence - last, entity.Phrases[0].Sentence - first, nearest.Sentence - first, entity.Phrases.Count, document.SentenceCount, first,
            members.Count(m => m.Role == IncidentRole.PerpetratorOrganization), members.Count(m => m.Role == IncidentRole.PerpetratorIndividual), members.Count]);

        // Of the incident's own individuals: "FMLN guerrillas".
        var individuals = members.Where(m => m.Role == IncidentRole.PerpetratorIndividual).SelectMany(m => m.Entity.Phrases).ToList();
        numbers.Add(entity.Phrases.Count(p => individuals.Exists(i => i.Head == document[p.Head].Head || document[i.Head].Head == p.Head)));
        numbers.Add(entity.Phrases.Count(p => p.IsModifier));

        // Our own reading of who did it.
        var links = text.LinksOf(entity).ToList();
        foreach (var basis in Enum.GetValues<PerpetratorBasis>()) numbers.Add(links.Count(l => l.Basis == basis));
        numbers.Add(links.Count(l => l.ByAuthority && l.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected));
        numbers.Add(text.Links.Count(l => l.Status == ResponsibilityStatus.Unclaimed));
        numbers.Add(text.Links.Count(l => l.Status == ResponsibilityStatus.Claimed));
        numbers.Add(text.Links.Where(l => l.Chain >= 0 && l.Basis is not null).Select(l => l.Chain).Distinct().Count());
        numbers.Add(text.Links.Any(l => l.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected) ? 1 : 0);

        // Who says the sentences that name it near the incident.
        var mentions = text.Reading.Mentions;
        var (own, official, named, nobody, hedged, asserts, accuses, claims, denies, itself) = (0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f);
        foreach (var phrase in near)
        {
            var said = false;
            foreach (var attribution in text.Reading.Attributions)
            {
                if (attribution.SourceHead == phrase.Head || attribution.Source.Contains(phrase.Head))
                {
                    itself++;
                    if (attribution.Stance == Stance.ClaimsOwn) claims++;
                    if (attribution.Stance == Stance.Denies) denies++;
                }

                if (!attribution.Content.Any(c => c.Contains(phrase.Head))) continue;
                said = true;
                var speaker = mentions.SpeakerAt(attribution.Source, attribution.SourceHead);
                if (speaker < 0) nobody++;
                else if (mentions.Chains[speaker].IsAuthority || mentions.Chains[speaker].Kind is ActorKind.GovernmentBody or ActorKind.State) official++;
                else named++;
                if (attribution.Certainty == Certainty.Hedged) hedged++;
                if (attribution.Stance == Stance.Asserts) asserts++;
                if (attribution.Stance == Stance.Accuses) accuses++;
            }

            if (!said) own++;
        }

        numbers.AddRange([own / near.Count, official, named, nobody, hedged, asserts, accuses, claims, denies, itself]);
        numbers.Add(near.Max(p => (int)s_cues.Value.CertaintyIn(document, document.SentenceTokens(p.Sentence)) == (int)Certainty.Hedged ? 1 : 0));
        numbers.Add(near.Max(p => s_cues.Value.CertaintyIn(document, new TokenRange(Math.Max(0, p.Tokens.First - 6), p.Tokens.End)) == Certainty.Hedged ? 1 : 0));
        foreach (var stance in new[] { Stance.ClaimsOwn, Stance.Accuses, Stance.Denies, Stance.Absent })
        {
            numbers.Add(text.Reading.Attributions.Count(a => a.Stance == stance));
            numbers.Add(text.Reading.Attributions.Where(a => a.Stance == stance).Select(a => (float)Math.Abs(document.SentenceOf(a.Cue.First) - nearest.Sentence)).DefaultIfEmpty(99).Min());
        }

        // The incident's own sentences.
        var told = others.Select(o => o.Sentence).ToHashSet();
        var events = text.Reading.EventMentions.Where(m => told.Contains(m.Sentence)).ToList();
        numbers.Add(events.Count(m => m.Agents.Any(a => entity.Phrases.Any(p => p.Head == a))));
        numbers.Add(events.Count(m => m.Agents.Count == 0));
        numbers.Add(text.Reading.Attributions.Count(a => a.Content.Any(c => others.Exists(o => c.Contains(o.Head)))));
        numbers.Add(text.Reading.Attributions.Count(a => a.Content.Any(c => others.Exists(o => c.Contains(o.Head))) && mentions.SpeakerAt(a.Source, a.SourceHead) is >= 0 and var s && mentions.Chains[s].IsAuthority));
        var chain = mentions.ChainAt(entity.Phrases[0].Head);
        foreach (var kind in s_kinds) numbers.Add(chain >= 0 && mentions.Chains[chain].Kind == kind ? 1 : 0);
        numbers.Add(chain >= 0 && mentions.Chains[chain].IsNamed ? 1 : 0);
        return numbers;
    }
}
