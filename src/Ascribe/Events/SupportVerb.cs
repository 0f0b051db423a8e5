namespace Ascribe.Events;

/// <summary>A row of support-verbs.tsv: a verb that carries an event noun as its object.</summary>
/// <param name="SubjectActs">True when the verb's subject does what the noun tells.</param>
/// <param name="SubjectSuffers">True when it befalls the verb's subject: "came under fire".</param>
/// <param name="Status">The status that the verb gives to the event, or null.</param>
internal sealed record SupportVerb(bool SubjectActs, bool SubjectSuffers, EventStatus? Status);
