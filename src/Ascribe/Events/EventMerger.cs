using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Quantities;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Events;

/// <summary>
/// Which mentions are one incident of the report. Mentions are taken in text order; each joins the compatible incident that was told
/// last, or opens one. Two mentions are compatible when their types may name one act and neither day, place nor status contradict.
/// </summary>
internal sealed class EventMerger
{
    /// <summary>Added for the incident told last where the words point at it ("that attack").</summary>
    private const int PointedAt = 6;

    /// <summary>In days: what is told of a longer time ("attacks have doubled in the last decade") did not happen once.</summary>
    private const int LongestTold = 366;

    private readonly EventTypes _types;
    private readonly Lexicons.PhraseMatcher<bool> _newness = new();
    private readonly Lexicons.PhraseMatcher<bool> _elsewhere = new();
    private readonly Lexicons.PhraseMatcher<bool> _latest = new();
    private readonly AnswerReader _answers;
    private readonly TypeFit _typeFit;
    private readonly IncidentFit _fit;
    private readonly IncidentKind _kind;
    private readonly IncidentLinks _links;
    private readonly MainIncidents _main;

    private readonly EventLexicon _lexicon;

    private EventMerger(EventTypes types, EventLexicon lexicon)
    {
        _types = types;
        _lexicon = lexicon;
        _answers = new AnswerReader(types, lexicon);
        _typeFit = new TypeFit(types, lexicon);
        _fit = new IncidentFit(_typeFit, lexicon);
        _kind = new IncidentKind(types, lexicon);
        _links = new IncidentLinks(types);
        _main = new MainIncidents(types);
    }

    public static EventMerger Load(string language, EventTypes types, EventLexicon lexicon)
    {
        var merger = new EventMerger(types, lexicon);
        foreach (var row in Lexicons.LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            var link = row.Value("link", EventLinkKind.New);
            if (link == EventLinkKind.New) merger._newness.Add(row["phrase"], true);
            else if (link == EventLinkKind.Elsewhere) merger._elsewhere.Add(row["phrase"], true);
            else if (link == EventLinkKind.Latest) merger._latest.Add(row["phrase"], true);
            else if (link == EventLinkKind.Answers) merger._answers.Add(row["phrase"]);
        }

        return merger;
    }

    public IReadOnlyList<Incident> Merge(ReportMentions mentions, IReadOnlyList<EventMention> found, IReadOnlyList<TallyMention> tallies)
    {
        var incidents = new List<Incident>();
        var answers = _answers.Read(mentions.Document, found);
        foreach (var pair in answers)
        {
            // The time of the sentence is the answer's, not that of what it answers.
            if (pair.Answered is { } answered && answered.Time == pair.Answering.Time) answered.Time = null;
        }

        new Figures(_types, _lexicon).Mark(mentions, found);
        foreach (var raid in found)
        {
        }

        var summed = SummingSentences(mentions, found);
        foreach (var mention in found.OrderBy(m => m.Sentence).ThenBy(m => m.Trigger.Strength == TriggerStrength.Effect))
        {
            if (summed.Contains(mention.Sentence) || IsTallied(mention, tallies) || mention.Status == EventStatus.Hypothetical || IsHabit(mentions, mention)) continue;
            mention.IsNew = IsNew(mentions, found, mention);
            var home = Find(mentions, incidents, mention, answers);
            if (home?.Type != mention.Type && IsStateOfWar(mentions, found, mention)) continue;
            if (home is null)
            {
                if (!MayOpen(mentions, found, mention, answers)) continue;
                if (Titled(mentions, found, incidents, mention, answers) is { } titled)
                {
                    // The title tells less of it than the body, and shorter: "battle in hotel" of a hotel that was stormed.
                    titled.Type = mention.Type;
                    titled.Status = mention.Status;
                    Join(titled, mention);
                    continue;
                }

                home = new Incident { Type = mention.Type, Status = mention.Status };
                incidents.Add(home);
            }

            Join(home, mention);
            if (TitledPart(mentions, incidents, mention, home) is { } part)
            {
                foreach (var told in part.Mentions) Join(home, told);
                incidents.Remove(home);
                incidents[incidents.IndexOf(part)] = home;
            }
        }

        _links.FillPlaces(mentions, incidents);
        _links.Link(incidents, answers);
        _main.Mark(mentions.Report, incidents);
        foreach (var incident in incidents)
        {
            _kind.Complete(mentions, incident);
            incident.Weapons = IncidentParts.Weapons(incident, _lexicon);
            incident.Targets = IncidentParts.Targets(mentions, incident, _types);
        }

        return incidents;
    }

    /// <summary>
    /// Sentences that sum up what a round-up tells one by one: its title, and before the first single act what speaks of acts of several days. A
    /// round-up tells of acts on three days or more, each at the head of a paragraph, or lists kinds of acts in its title.
    /// </summary>
    private HashSet<int> SummingSentences(ReportMentions mentions, IReadOnlyList<EventMention> found)
    {
        const int fewestDays = 5;
        const int fewestActs = 3;
        var summed = new HashSet<int>();
        var days = new HashSet<LocalDate>();
        var first = int.MaxValue;
        var lists = false;
        foreach (var mention in found)
        {
            lists |= mentions.Report.IsTitle(mention.Sentence) && (ListsKinds(mentions.Document, found, mention) || ListsActs(mentions.Document, found, mention.Sentence));
            if (!_types.IsViolence(mention.Type) || !mentions.Document.OpensParagraph(mention.Sentence) || mention.Time?.Interval is not { Earliest: { } day, Latest: { } last } || day != last) continue;
            days.Add(day);
            first = Math.Min(first, mention.Sentence);
        }

        if (!lists && days.Count < fewestActs) return summed;
        foreach (var mention in found)
        {
            if (mention.Sentence < first && mention.Time is { } time && Width(time) is >= fewestDays and < int.MaxValue) summed.Add(mention.Sentence);
        }

        foreach (var mention in found)
        {
            if (mentions.Report.IsTitle(mention.Sentence) && (lists || summed.Count > 0)) summed.Add(mention.Sentence);
        }

        return summed;
    }

    /// <summary>"drone attack and shooting": acts of two kinds side by side.</summary>
    private bool ListsKinds(Document document, IReadOnlyList<EventMention> found, EventMention mention)
    {
        if (document[mention.Head] is not { Relation: Dependency.Conj, Head: >= 0 and var first } token || !token.Tag.IsNoun()) return false;
        foreach (var other in found)
        {
            if (other.Tokens.Contains(first)) return document[first].Tag.IsNoun() && other.Type != mention.Type && _types.IsViolence(other.Type) && _types.IsViolence(mention.Type);
        }

        return false;
    }

    /// <summary>"School shelled in Sagaing, convoy ambushed, police chief shot": three acts or more, each of or to somebody else.</summary>
    private bool ListsActs(Document document, IReadOnlyList<EventMention> found, int sentence)
    {
        const int fewest = 3;
        var subjects = new HashSet<int>();
        foreach (var mention in found)
        {
            if (mention.Sentence != sentence || !_types.IsViolence(mention.Type) || mention.Trigger.Strength == TriggerStrength.Effect || !document[mention.Head].Tag.IsVerb()) continue;
            var subject = Math.Max(document.Child(mention.Head, Dependency.Nsubj), document.Child(mention.Head, Dependency.NsubjPass));
            if (subject >= 0) subjects.Add(subject);
        }

        return subjects.Count >= fewest;
    }

    private static bool IsTallied(EventMention mention, IReadOnlyList<TallyMention> tallies)
    {
        foreach (var tally in tallies)
        {
            if (tally.Clause.Contains(mention.Tokens)) return true;
        }

        return false;
    }

    /// <summary>"militants who stage attacks across the border": nothing that happened once.</summary>
    private static bool IsHabit(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var verb = document[mention.Head].Head;
        return document[mention.Head] is { Tag: PartOfSpeech.NNS, Relation: Dependency.Obj } && verb >= 0 && document[verb].Tag is PartOfSpeech.VBP or PartOfSpeech.VBZ
            && document.Child(mention.Head, Dependency.Det) < 0 && !mentions.Report.IsTitle(mention.Sentence) && mention.Time is null && mentions.CountAt(mention.Head) is null;
    }

    /// <summary>"are fighting the militants", "a force to fight the rebels": a war that goes on, and no act of one time and place. Who "was killed fighting" fell in one.</summary>
    private bool IsStateOfWar(ReportMentions mentions, IReadOnlyList<EventMention> found, EventMention mention)
    {
        var document = mentions.Document;
        var verb = document[mention.Head];
        if (!_types.IsMutual(mention.Type) || !mention.Trigger.IsFigurative || !verb.Tag.IsVerb() || mention.Victims.Exists(v => v.Count.Min is not null)) return false;
        if (verb.Tag == PartOfSpeech.VB) return mention.Status == EventStatus.Occurred && verb.Relation != Dependency.Xcomp && document.Child(mention.Head, Dependency.Aux) < 0;
        if (mention.Time is not null || mention.Places.Exists(p => p.Role == Places.PlaceRole.Location && p.Place.Precision < Places.PlacePrecision.Country)) return false;
        if (found.Any(m => m.Sentence == mention.Sentence && m.Victims.Count > 0 && (m.Head == verb.Head || document[m.Head].Head == mention.Head))) return false;
        var auxiliary = document.Child(mention.Head, Dependency.Aux);
        var isPresent = auxiliary >= 0 && document[auxiliary].Tag is PartOfSpeech.VBP or PartOfSpeech.VBZ;
        if (verb.Tag == PartOfSpeech.VBN) return isPresent;
        // "Rebels are battling troops": what fighters do now is news, what is said of a country or beside another act is not.
        return verb.Tag == PartOfSpeech.VBG && (auxiliary < 0 || isPresent && (verb.Relation is Dependency.Acl or Dependency.AclRelcl || !mention.Agents.Exists(a => mentions.ChainAt(a) is >= 0 and var chain && mentions.Chains[chain].IsForce)));
    }

    /// <summary>Words before a noun that say that it is not the one told before, "another", "a second", "separate", or that it was somewhere else: "killed at another hotel".</summary>
    private bool IsNew(ReportMentions mentions, IReadOnlyList<EventMention> found, EventMention mention)
    {
        var document = mentions.Document;
        if (mention.Trigger.Strength == TriggerStrength.Effect)
        {
            // "An overnight siege at another hotel killed 15", "left 15 dead": what killed them is no actor, and no event that is read.
            var verb = document[mention.Head].Tag.IsVerb() || document[mention.Head].Head < 0 ? mention.Head : document[mention.Head].Head;
            return document.Child(verb, Dependency.Nsubj) is >= 0 and var subject && document[subject].Tag.IsNoun() && mentions.ChainAt(subject) < 0 && mention.Head != subject
                && !found.Any(m => m.Head == subject) && (Has(_newness, document, subject) || IsElsewhere(document, subject));
        }

        if (IsElsewhere(document, mention.Head)) return true;
        return document[mention.Head].Tag.IsNoun() && (Has(_newness, document, mention.Head) || IsPart(document, mention.Head));
    }

    private static bool Has(Lexicons.PhraseMatcher<bool> words, Document document, int noun)
    {
        foreach (var child in document.Children(noun))
        {
            if (child < noun && words.Longest(document, child) is not null) return true;
        }

        return false;
    }

    /// <summary>"attacked another hotel", "the raid on a different village"</summary>
    private bool IsElsewhere(Document document, int act)
    {
        foreach (var child in document.Children(act))
        {
            if (document[child].Relation is Dependency.Obj or Dependency.Obl or Dependency.Nmod && _lexicon.TargetKindAt(document, child) is not (null or VictimReader.People) && Has(_elsewhere, document, child)) return true;
        }

        return false;
    }

    /// <summary>"148 people were killed in October. In the deadliest incident, a missile hit a house": one of those summed up before.</summary>
    private bool IsPart(Document document, int noun)
    {
        if (document[noun] is not { Relation: Dependency.Obl, Head: var verb } || noun > verb || document.Child(noun, Dependency.NmodPoss) >= 0) return false;
        foreach (var child in document.Children(noun))
        {
            if (child < noun && document[child].Relation != Dependency.Case && _lexicon.IsSuffering(document, child)) return true;
        }

        return false;
    }

    /// <summary>
    /// An effect without doer needs an event told beside it, and general talk ("attacks on troops have grown") is no incident. What answers an act, or is
    /// answered by one, happened.
    /// </summary>
    private bool MayOpen(ReportMentions mentions, IReadOnlyList<EventMention> found, EventMention mention, IReadOnlyList<AnswerPair> answers) =>
        (mention.Trigger.Strength != TriggerStrength.Effect || !mention.IsMishap && (mention.Trigger.Frame == TriggerFrame.Act || mention.IsNew)) && !mention.IsFigure && !IsEnded(mentions.Document, mention)
        && !(_types.IsViolence(mention.Type) && IsGeneral(mentions, found, mention) && !answers.Any(a => a.Answering == mention || a.Answered == mention));

    /// <summary>Nothing says that it happened at one time to somebody: a bare plural or a verb that is not in a past tense, alone.</summary>
    private bool IsGeneral(ReportMentions mentions, IReadOnlyList<EventMention> found, EventMention mention)
    {
        if (IsTopic(mentions.Document, mention.Head)) return true;
        if (mention.Time is { } time && Width(time) <= LongestTold || mentions.Report.IsTitle(mention.Sentence) || mention.Victims.Exists(v => v.Count.Min is not null)) return false;
        var document = mentions.Document;
        var head = document[mention.Head];
        if (head.Tag.IsVerb())
        {
            // "We do not fire on houses"
            if (mention.Status == EventStatus.Denied) return document.Child(mention.Head, Dependency.Aux) is >= 0 and var does && document[does].Tag is PartOfSpeech.VBP or PartOfSpeech.VBZ && document[does].Lemma == "do";
            return mention.Status == EventStatus.Occurred && head.Tag is PartOfSpeech.VB or PartOfSpeech.VBP or PartOfSpeech.VBZ or PartOfSpeech.VBG
                && document.Child(mention.Head, Dependency.Aux) < 0 && !IsChargedWith(document, mention);
        }

        if (mention.Status != EventStatus.Occurred || mentions.CountAt(mention.Head) is not null) return false;
        // "came under attack"
        if (document[mention.Head] is { Relation: Dependency.Obl or Dependency.Obj, Head: >= 0 and var verb } && document[verb].Tag is PartOfSpeech.VBD or PartOfSpeech.VBN && _lexicon.SupportVerbs.Longest(document, verb) is { Value.SubjectSuffers: true }) return false;

        // "a string of bombings": what is said of the string is said of them
        var noun = mention.Head;
        if (head is { Relation: Dependency.Nmod, Head: >= 0 and var row } && document[row].Tag.IsNoun() && _lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Patient && _lexicon.Triggers.Longest(document, row) is null) noun = row;

        // "air strikes killed nine people", "clashes left nine dead", "nine people were killed by air strikes"
        if (document[noun] is { Relation: Dependency.Nsubj, Head: >= 0 and var did } && document[did].Tag is PartOfSpeech.VBD or PartOfSpeech.VBN
            && (_lexicon.Triggers.Longest(document, did) is not null || found.Any(m => document[m.Head].Head == did && m.Victims.Exists(v => v.Count.Min is not null)))) return false;
        if (document[noun] is { Relation: Dependency.Obl or Dependency.OblAgent, Head: >= 0 and var suffered } && found.Any(m => m.Head == suffered && m.Victims.Exists(v => v.Count.Min is not null))) return false;
        if (document.Child(mention.Head, Dependency.Det) >= 0 || document.Child(mention.Head, Dependency.NmodPoss) >= 0) return false;
        // "after weeks of fighting", "as fighting intensified"
        if (_types.IsMutual(mention.Type) && mention.Trigger.IsFigurative && mention.Places.Count == 0 && mention.Agents.Count == 0 && mention.Patients.Count == 0 && document.Child(mention.Head, Dependency.Amod) < 0) return true;
        return head.Tag == PartOfSpeech.NNS || mention.Trigger.Strength == TriggerStrength.Generic;
    }

    /// <summary>"a truce that ended two years of fighting": a war that is over, told of what ended it.</summary>
    private bool IsEnded(Document document, EventMention mention)
    {
        if (!_types.IsMutual(mention.Type) || !mention.Trigger.IsFigurative || mention.Victims.Count > 0) return false;
        var noun = mention.Head;
        while (document[noun] is { Relation: Dependency.Nmod, Head: >= 0 and var span } && _lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Patient) noun = span;
        return document[noun] is { Relation: Dependency.Obj, Head: >= 0 and var verb } && _lexicon.IsEnding(document, verb);
    }

    /// <summary>"a film about suicide bombings"</summary>
    private bool IsTopic(Document document, int noun) =>
        document[noun] is { Tag: PartOfSpeech.NNS, Relation: Dependency.Nmod } && document.Child(noun, Dependency.Det) < 0 && document.Child(noun, Dependency.Nummod) < 0
        && _lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Topic;

    /// <summary>"accused Israel of bombing an airport", "denied shelling the town": a gerund that completes a verb in a past tense or with an auxiliary, with somebody to do it.</summary>
    private static bool IsChargedWith(Document document, EventMention mention)
    {
        var gerund = document[mention.Head];
        if (gerund is not { Tag: PartOfSpeech.VBG, Head: >= 0 and var verb } || mention.Agents.Count == 0) return false;
        if (gerund.Relation != Dependency.Xcomp && !(gerund.Relation == Dependency.Advcl && document.Child(mention.Head, Dependency.Mark) >= 0)) return false;
        return document[verb].Tag is PartOfSpeech.VBD or PartOfSpeech.VBN || document.Child(verb, Dependency.Aux) >= 0;
    }

    private Incident? Find(ReportMentions mentions, List<Incident> incidents, EventMention mention, IReadOnlyList<AnswerPair> answers)
    {
        Incident? best = null;
        var bestScore = 0;
        var dayBefore = IncidentFit.DayBefore(mentions, mention);
        var isActDay = dayBefore is not null && incidents.Exists(o => o.Mentions.Exists(m => m.Time == dayBefore));
        var isLatest = Has(_latest, mentions.Document, mention.Head);
        for (var i = incidents.Count - 1; i >= 0; i--)
        {
            var incident = incidents[i];
            // "Another bomb hits Kabul": what is new to the title is new to the text below it.
            if (mention.IsNew && !incident.Mentions.TrueForAll(m => m.IsNew && mentions.Report.TellsTitle(m.Sentence))) continue;
            if (isLatest && incident.Mentions[0].IsNew) continue;
            if (AnswerReader.Parts(answers, incident, mention) || AnswersUnnamed(mentions, incident, mention, answers)) continue;
            var score = _fit.Score(mentions, incident, mention, dayBefore, isActDay);
            if (score > 0 && mention.Points && !incidents.Exists(o => o.LastSentence > incident.LastSentence && _types.IsViolence(o.Type))) score += PointedAt;
            if (score == 0 || score < bestScore || score == bestScore && incident.LastSentence <= best!.LastSentence) continue;
            best = incident;
            bestScore = score;
        }

        return best;
    }

    /// <summary>
    /// The one attack that so far only the title tells, where the first act of the body can be no other: what a title tells its text tells again, in another word
    /// now and then ("assassination attempt", "bomb attack"). Where a later sentence of the lead has the word of the title, it is that.
    /// </summary>
    private Incident? Titled(ReportMentions mentions, IReadOnlyList<EventMention> found, List<Incident> incidents, EventMention mention, IReadOnlyList<AnswerPair> answers)
    {
        const int lead = 3;
        if (mention.IsNew || !_types.IsAttack(mention.Type) || mentions.Report.TellsTitle(mention.Sentence)) return null;
        Incident? titled = null;
        foreach (var incident in incidents)
        {
            if (!_types.IsViolence(incident.Type)) continue;
            if (titled is not null || incident.Mentions.Exists(m => !mentions.Report.TellsTitle(m.Sentence))) return null;
            titled = incident;
        }

        if (titled is null || !_types.IsAttack(titled.Type) || AnswerReader.Parts(answers, titled, mention)) return null;
        var isFoughtBack = found.Any(o => _typeFit.IsFoughtBack(mentions.Document, mention, o));
        if (!isFoughtBack && found.Any(o => o != mention && o.Type == titled.Type && !o.IsNew && o.Trigger.Strength != TriggerStrength.Effect && o.Sentence - mention.Sentence is >= 0 and <= lead)) return null;
        return IncidentFit.Agrees(mentions, titled, mention) ? titled : null;
    }

    /// <summary>
    /// The incident that so far only the title tells, where an act of its type is told in the lead as a part of another one: of "stormed a school, killing a guard and abducting 60 girls"
    /// the title tells only the last.
    /// </summary>
    private Incident? TitledPart(ReportMentions mentions, List<Incident> incidents, EventMention mention, Incident home)
    {
        const int lead = 3;
        if (mention.IsNew || mention.Trigger.Strength == TriggerStrength.Effect || !_types.IsViolence(mention.Type) || home.Mentions.Exists(m => mentions.Report.TellsTitle(m.Sentence))) return null;
        var titled = incidents.FindAll(i => i.Mentions.TrueForAll(m => mentions.Report.TellsTitle(m.Sentence)));
        return titled is [{ } only] && only.Type == mention.Type && mention.Sentence - only.LastSentence <= lead && IncidentFit.Agrees(mentions, only, mention) ? only : null;
    }

    /// <summary>"A tanker was struck by missiles. U.S. forces destroyed a radar site in response": what somebody destroyed in answer was not done by what it answers.</summary>
    private static bool AnswersUnnamed(ReportMentions mentions, Incident incident, EventMention mention, IReadOnlyList<AnswerPair> answers) =>
        mention is { Trigger.Strength: TriggerStrength.Effect, Agents.Count: > 0 } && answers.Any(a => a.Answering == mention && a.Answered is null)
        && !incident.Mentions.Exists(m => m.Agents.Exists(there => mentions.ChainAt(there) is >= 0 and var doer && mention.Agents.Exists(here => mentions.ChainAt(here) == doer)));

    private void Join(Incident incident, EventMention mention)
    {
        if (incident.Type is TypeFit.Unspecified or TypeFit.FoiledAttack && !_types.IsApart(mention.Type)
            || incident.Type == TypeFit.Looting && _types.IsAttack(mention.Type) && mention.Trigger.Strength != TriggerStrength.Effect) incident.Type = mention.Type;
        if (incident.Type == TypeFit.Bombing && _types.IsToldAs(mention.Type, TypeFit.Bombing)) incident.Type = mention.Type;
        if (incident.Status == EventStatus.Denied && mention.Status != EventStatus.Denied) incident.Status = mention.Status;
        incident.Mentions.Add(mention);
        if (mention.Time is { } time && (incident.Time is null || (incident.HasLooseTime == mention.HasLooseTime ? Width(time) < Width(incident.Time) : incident.HasLooseTime)))
        {
            incident.Time = time;
            incident.HasLooseTime = mention.HasLooseTime;
        }

        foreach (var place in mention.Places)
        {
            var known = incident.Places.FindIndex(p => p.Place.Name == place.Place.Name);
            if (known < 0) incident.Places.Add(place);
        }

        incident.Places.Sort((a, b) => a.Place.Precision != b.Place.Precision
            ? a.Place.Precision.CompareTo(b.Place.Precision)
            : a.Tokens.CompareTo(b.Tokens));
    }

    private static int Width(Times.TimeMention time) =>
        time.Interval is { Earliest: { } from, Latest: { } to } ? Period.DaysBetween(from, to) : int.MaxValue;
}
