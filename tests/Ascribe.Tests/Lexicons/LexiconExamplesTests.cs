using Ascribe.Records;

namespace Ascribe.Tests.Lexicons;

public sealed class LexiconExamplesTests
{
    [Theory]
    [InlineData("times")]
    [InlineData("time-rules")]
    public void Times_are_found_and_resolved(string lexicon) => ExamplesFile.Load(lexicon).Check("finds", r =>
        r.Mentions.Times.Select(t => (r.Mentions.Document.TextOf(t.Tokens), t.Value ?? "")));

    [Fact]
    public void Counts_keep_what_is_said_about_them() => ExamplesFile.Load("quantities").Check("finds", r =>
        r.Mentions.Counts.Select(c => (r.Mentions.Document.TextOf(c.Tokens), $"{(c.Count.Approximate ? "~" : "")}{c.Count.Min}-{c.Count.Max}")));

    [Theory]
    [InlineData("reporting-cues")]
    [InlineData("hedges")]
    [InlineData("content-stances")]
    [InlineData("claim-words")]
    public void Cues_tell_stance_and_certainty(string lexicon) => ExamplesFile.Load(lexicon).Check("finds", r =>
        r.Attributions.Select(a => (r.Mentions.Document.TextOf(a.Cue), $"{RecordJson.NameOf(a.Stance)} {RecordJson.NameOf(a.Certainty)}")));

    [Fact]
    public void Sources_have_a_voice() => ExamplesFile.Load("voices").Check("voices", r =>
        r.Attributions.Select(a => (r.Mentions.Document.TextOf(a.Source), RecordJson.NameOf(a.Voice))));

    [Theory]
    [InlineData("event-triggers")]
    [InlineData("support-verbs")]
    [InlineData("status-cues")]
    public void Triggers_tell_type_and_status(string lexicon) => ExamplesFile.Load(lexicon).Check("events", r =>
        r.Incidents.SelectMany(i => i.Mentions.Select(m => (r.Mentions.Document.TextOf(m.Tokens), $"{i.Type} {RecordJson.NameOf(i.Status)}"))));

    [Fact]
    public void Weapons_have_a_kind() => ExamplesFile.Load("weapons").Check("weapons", r =>
        r.Incidents.SelectMany(i => i.Mentions).SelectMany(m => m.Weapons).Select(w => (r.Mentions.Document.TextOf(w.Tokens), w.Kind)));

    [Theory]
    [InlineData("targets")]
    [InlineData("role-prepositions")]
    public void Targets_have_a_kind(string lexicon) => ExamplesFile.Load(lexicon).Check("targets", r =>
        r.Incidents.SelectMany(i => i.Mentions).SelectMany(m => m.Targets).Select(t => (r.Mentions.Document[t.Head].ToString(), t.Kind)));

    [Fact]
    public void Tallies_have_a_kind() => ExamplesFile.Load("tally-words").Check("tallies", r =>
        r.Tallies.Select(t => (r.Mentions.Document.TextOf(t.What), RecordJson.NameOf(t.Kind))));
}
