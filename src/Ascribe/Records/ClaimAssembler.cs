using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Quantities;
using Ascribe.Times;

namespace Ascribe.Records;

/// <summary>Writes the attributions of a <see cref="Reading"/> as claims: who speaks, by which chain, and about which values of the record.</summary>
internal sealed class ClaimAssembler(Reading reading, ActorIds actors)
{
    /// <summary>For so many sentences a paper that was named is spoken of.</summary>
    private const int LongestPaper = 12;

    /// <summary>For so many sentences a speaker may go on in the same statement or interview.</summary>
    private const int LongestAddress = 4;

    private readonly ReportMentions _mentions = reading.Mentions;
    private readonly Document _document = reading.Mentions.Document;

    /// <param name="links">Who is tied to which incident, and by which attribution.</param>
    public List<Claim> Assemble(List<Event> events, List<Relation> relations, List<Tally> tallies, IReadOnlyList<ResponsibilityLink> links)
    {
        var claims = new List<Claim>();
        for (var a = 0; a < reading.Attributions.Count; a++)
        {
            var attribution = reading.Attributions[a];
            var id = RecordAssembler.ClaimId(a);
            var about = new List<string>();
            for (var e = 0; e < events.Count; e++)
            {
                if (reading.Incidents[e].Mentions.Exists(m => Holds(attribution, m.Tokens)) || links.Any(l => l.Attribution == a && l.Incident == e)) about.Add(events[e].Id);
                for (var p = 0; p < events[e].Perpetrators.Count; p++)
                {
                    if (events[e].Perpetrators[p].Claims.Contains(id)) about.Add($"{events[e].Id}/perpetrators/{p}");
                }

                for (var v = 0; v < events[e].Victims.Count; v++)
                {
                    if (events[e].Victims[v].Claims.Contains(id)) about.Add($"{events[e].Id}/victims/{v}");
                }
            }

            about.AddRange(relations.Where(r => r.Claims.Contains(id)).Select(r => r.Id));
            about.AddRange(tallies.Where(t => t.Claims.Contains(id)).Select(t => t.Id));
            if (about.Count == 0 && IncidentSpokenOf(attribution) is >= 0 and var spoken) about.Add(events[spoken].Id);
            claims.Add(new Claim
            {
                Id = id,
                Speaker = SpeakerOf(a, claims),
                Via = ViaOf(a) is { Count: > 0 } via ? via : MediumBefore(a, claims),
                Cue = attribution.Cue.IsEmpty ? null : _mentions.Report.Quote(attribution.Cue),
                Content = [.. attribution.Content.Select(_mentions.Report.Quote)],
                Form = attribution.Form,
                Stance = StanceOf(a, links),
                Certainty = attribution.Certainty,
                Polarity = attribution.Polarity,
                Made = attribution.Made?.Interval is { Precision: TimePrecision.Day, Earliest: { } day } ? day : null,
                About = about,
            });
        }

        return claims;
    }

    /// <summary>Whoever states or concedes that he did it claims it, and whoever states that he did not denies it, by whatever verb.</summary>
    private Stance StanceOf(int index, IReadOnlyList<ResponsibilityLink> links)
    {
        var stance = reading.Attributions[index].Stance;
        if (stance is not (Stance.Asserts or Stance.Confirms)) return stance;
        var own = links.Where(l => l.Attribution == index).ToList();
        if (own.Exists(l => l.Basis == PerpetratorBasis.Claimed)) return Stance.ClaimsOwn;
        return stance == Stance.Asserts && own.Exists(l => l.Status == ResponsibilityStatus.Denied) ? Stance.Denies : stance;
    }

    /// <summary>
    /// What a claim that names no event speaks of, where its stance ties it to one ("declined to comment", "condemned it"): the event told
    /// last in the sentence or the one before, at the head of a report its main one; -1: nothing.
    /// </summary>
    private int IncidentSpokenOf(Attribution attribution)
    {
        var sentence = _document.SentenceOf(attribution.Cue.First);
        int found = -1, last = -1;
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            foreach (var mention in reading.Incidents[i].Mentions)
            {
                if (mention.Tokens.First >= attribution.Cue.First || sentence - mention.Sentence > 1 || mention.Tokens.First <= last) continue;
                found = i;
                last = mention.Tokens.First;
            }
        }

        // A headline that answers names its event without telling of it: "Iran denies bombing bank".
        return found < 0 && _mentions.Report.IsTitle(sentence) ? MainIncident() : found;
    }

    private int MainIncident()
    {
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (reading.Incidents[i].IsMain) return i;
        }

        return -1;
    }

    /// <summary>The phrases that passed it on, then the speakers of the attributions that hold this one, from the inside out.</summary>
    private List<Speaker> ViaOf(int index)
    {
        var attribution = reading.Attributions[index];
        var via = attribution.Via.Select(v => SpeakerOf(v, -1, Voice.Document)).ToList();
        if (attribution.Medium.Length > 0 && !via.Exists(v => v.Name == attribution.Medium)) via.Add(new Speaker { Name = attribution.Medium, Voice = Voice.Document, Spans = [_mentions.Report.Quote(attribution.Cue)] });
        if (IssuerOf(attribution) >= 0 || PaperBefore(index) >= 0) via.Add(new Speaker { Name = _document[attribution.SourceHead].Text.ToString(), Voice = Voice.Document, Spans = [_mentions.Report.Quote(_document.NounPhrase(attribution.SourceHead))] });
        via.InsertRange(0, RelayersOf(attribution, attribution));
        var outer = attribution.Outer;
        for (var depth = 0; outer >= 0 && depth < 8; depth++)
        {
            var holder = reading.Attributions[outer];
            if (!holder.Source.IsEmpty && !IsSame(holder, attribution)) via.Insert(0, SpeakerOf(holder.Source, holder.SourceHead, holder.Voice));
            via.InsertRange(0, RelayersOf(holder, attribution));
            outer = holder.Outer;
        }

        return via;
    }

    private Speaker SpeakerOf(int index, List<Claim> earlier)
    {
        var attribution = reading.Attributions[index];
        if (IssuerOf(attribution) is >= 0 and var issuer) return SpeakerOf(_document.NounPhrase(issuer), issuer, Voice.Unnamed);
        if (PaperBefore(index) is >= 0 and var issued || IsOfPaper(index) && (issued = index - 1) >= 0) return earlier[issued].Speaker with { Spans = [_mentions.Report.Quote(attribution.Source)] };
        var speaker = SpeakerOf(attribution.Source, attribution.SourceHead, attribution.Voice);

        // "They said": with the voice of those who spoke before.
        if (speaker.Actor is { } actor && attribution.Source.Count == 1 && _document[attribution.Source.First].Tag == PartOfSpeech.PRP && earlier.FindLast(c => c.Speaker.Actor == actor) is { } before) return speaker with { Voice = before.Speaker.Voice };
        return speaker;
    }

    /// <summary>"…, the statement said. It added …": the pronoun stands for the paper.</summary>
    private bool IsOfPaper(int index)
    {
        if (index == 0 || reading.Attributions[index] is not { Source: { Count: 1, First: var pronoun } } attribution || _document[pronoun] is not { Tag: PartOfSpeech.PRP, Form: "it" }) return false;
        return reading.Attributions[index - 1].IsPaper && _document.SentenceOf(attribution.Cue.First) - _document.SentenceOf(reading.Attributions[index - 1].Cue.First) <= 1;
    }

    /// <summary>"The ministry said in a statement that … The statement said …": the claim before that was made by the same paper; -1: none, or somebody else issued this one.</summary>
    private int PaperBefore(int index)
    {
        var attribution = reading.Attributions[index];
        if (!attribution.IsPaper || IssuerOf(attribution) >= 0) return -1;
        var isDefinite = _document.Child(attribution.SourceHead, Dependency.Det) is >= 0 and var det && _document[det].Form is "the" or "this" or "that";
        for (var i = index - 1; i >= 0; i--)
        {
            var before = reading.Attributions[i];
            if (_document.SentenceOf(attribution.Cue.First) - _document.SentenceOf(before.Cue.First) > LongestPaper) break;
            if (before.SourceHead < 0 && before.Source.IsEmpty) continue;
            if (before.Via.Any(v => v.Contains(attribution.SourceHead))) return i;
            if (!isDefinite) continue;
            if (before.Via.Any(v => Names(v, attribution.SourceHead)) || before.IsPaper && IssuerOf(before) >= 0 && _document[before.SourceHead].Lemma == _document[attribution.SourceHead].Lemma) return i;
        }

        return isDefinite ? BodyBefore(index) : -1;
    }

    /// <summary>"The ministry said 31 were hurt. …, the statement said.": the claim of a body right before a paper that nobody is said to have issued; -1: a person's, or none.</summary>
    private int BodyBefore(int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            var before = reading.Attributions[i];
            if (before.Source.IsEmpty) continue;
            if (_document.SentenceOf(reading.Attributions[index].Cue.First) - _document.SentenceOf(before.Cue.First) > 2) return -1;
            return !before.IsPaper && _mentions.SpeakerAt(before.Source, before.SourceHead) is >= 0 and var chain && _mentions.Chains[chain].Kind is ActorKind.GovernmentBody or ActorKind.ArmedGroup or ActorKind.International or ActorKind.Political ? i : -1;
        }

        return -1;
    }

    private bool Names(TokenRange phrase, int noun)
    {
        for (var t = phrase.First; t < phrase.End; t++)
        {
            if (_document[t].Lemma == _document[noun].Lemma) return true;
        }

        return false;
    }

    /// <summary>"a statement from the ministry said": the head of those who speak by the document that is the source; -1: it speaks for itself.</summary>
    private int IssuerOf(Attribution attribution)
    {
        if (attribution.Voice != Voice.Document || !_document[attribution.SourceHead].Tag.IsNoun() || _document[attribution.SourceHead].Tag.IsProperNoun()) return -1;
        foreach (var child in _document.Children(attribution.SourceHead))
        {
            if (_document[child].Relation is Dependency.Nmod or Dependency.OblAgent or Dependency.Obl && child > attribution.SourceHead && Clause.Preposition(_document, child) is "from" or "by" && _mentions.ChainAt(child) >= 0) return child;

            // "the ministry's statement", "a Pentagon report"
            if (attribution.IsPaper && child < attribution.SourceHead && _document[child].Relation is Dependency.NmodPoss or Dependency.Compound && _document[child].Tag != PartOfSpeech.PRPS && _mentions.ChainAt(child) >= 0) return child;
        }

        return -1;
    }

    /// <summary>A speaker who goes on is still saying it to the same outlet, or in the same statement.</summary>
    private IReadOnlyList<Speaker> MediumBefore(int index, List<Claim> earlier)
    {
        var attribution = reading.Attributions[index];
        if (AddressesOthers(attribution)) return [];
        if (IsOfPaper(index)) return earlier[index - 1].Via;
        for (var i = index - 1; i >= 0; i--)
        {
            var before = reading.Attributions[i];
            if (_document.SentenceOf(attribution.Cue.First) - _document.SentenceOf(before.Cue.First) > LongestAddress) break;
            if (IsSame(before, attribution) || i == index - 1 && IsNamedAgain(before, attribution)) return [.. earlier[i].Via.Where(v => v.Voice == Voice.Document)];
        }

        return [];
    }

    /// <summary>"A hospital source told the agency … The source said …"</summary>
    private bool IsNamedAgain(Attribution before, Attribution attribution) =>
        before.SourceHead >= 0 && attribution is { SourceHead: >= 0 and var head, Voice: Voice.Unnamed } && before.Source.Contains(before.SourceHead) && attribution.Source.Contains(head)
        && _document[head].Tag == PartOfSpeech.NN && _document[before.SourceHead].Lemma == _document[head].Lemma && _document.Child(head, Dependency.Det) is >= 0 and var det && _document[det].Form == "the";

    /// <summary>"told reporters": a new audience.</summary>
    private bool AddressesOthers(Attribution attribution)
    {
        foreach (var child in _document.Children(attribution.Cue.End - 1))
        {
            if (_document[child].Relation is Dependency.Obj or Dependency.Iobj && _document[child].Tag.IsNoun() && child > attribution.Cue.First && !Holds(attribution, TokenRange.Of(child))) return true;
        }

        return false;
    }

    private IEnumerable<Speaker> RelayersOf(Attribution attribution, Attribution spoken) =>
        attribution.Relayers.Where(r => !IsSpeaker(r.Source, r.Head, spoken)).Select(r => SpeakerOf(r.Source, r.Head, r.Voice));

    private bool IsSame(Attribution a, Attribution b) => IsSpeaker(a.Source, a.SourceHead, b);

    /// <summary>"The mission said it could not confirm": one speaker is no chain.</summary>
    private bool IsSpeaker(TokenRange source, int head, Attribution attribution) =>
        _mentions.SpeakerAt(source, head) is >= 0 and var chain && chain == _mentions.SpeakerAt(attribution.Source, attribution.SourceHead);

    private Speaker SpeakerOf(TokenRange source, int head, Voice voice)
    {
        if (source.IsEmpty) return new Speaker { Voice = voice };

        // "the group, which said …": the words that name the speaker are those before the pronoun.
        if (head >= 0 && !source.Contains(head) && _document[source.First].Tag is PartOfSpeech.WP or PartOfSpeech.WDT) source = _document.NounPhrase(head);
        var chain = _mentions.SpeakerAt(source, head);
        var quote = _mentions.Report.Quote(source);
        if (chain < 0) return new Speaker { Name = _mentions.NameOf(source), Voice = voice, Spans = [quote] };
        var actor = _mentions.Chains[chain];
        return new Speaker
        {
            Actor = actors.IdOf(chain),
            Name = actor.IsNamed ? actor.Name : NameBehind(source, chain) ?? actor.Name,
            Role = actor.Role,
            Organization = actor.Organization,
            Voice = voice is Voice.Unnamed or Voice.Collective && actor is { IsNamed: true, IsPlural: false } && (actor.Kind != ActorKind.Person || NamesPerson(source, chain)) ? Voice.Named : voice,
            Spans = [quote],
        };
    }

    /// <summary>"the governor of Borno, Omar Nadim": the words hold the name of the one who is meant.</summary>
    private bool NamesPerson(TokenRange source, int chain) =>
        _document.Names.Any(n => n.Kind.Broad() == NameKind.Person && source.Contains(n.Tokens) && _mentions.Chains[chain].Mentions.Any(m => m.Tokens.Contains(n.Tokens)));

    /// <summary>"Lusa" of "the news agency Lusa", where nobody knows the name.</summary>
    private string? NameBehind(TokenRange source, int chain)
    {
        foreach (var mention in _mentions.Chains[chain].Mentions)
        {
            if (source.Contains(mention.Tokens) && mention.Tokens.End < source.End && _document[mention.Tokens.End] is { Relation: Dependency.Appos } name && name.Tag.IsProperNoun() && name.Head == mention.Head)
                return _document.TextOf(new TokenRange(mention.Tokens.End, source.End));
        }

        return null;
    }

    private static bool Holds(Attribution attribution, TokenRange tokens)
    {
        foreach (var content in attribution.Content)
        {
            if (content.Contains(tokens)) return true;
        }

        return false;
    }
}
