namespace Ascribe.Events;

/// <summary>What a phrase of event-links.tsv does; the file's comment says it of each.</summary>
internal enum EventLinkKind : byte
{
    New,
    Elsewhere,
    Latest,
    Answers,
    Responsibility,
    Suspicion,
    Doubt,
    Work,
    Hallmark,
    Author,
    Suspect,
    Belonging,
    Laying,
    Claiming,
    Speaker,
    Back,
    Pointing,
    Taking,
    Succession,
    Alternative,
    Leading,
    Using,
    Armed,
    Suffering,
    Crowd,
    Ending,
    Causing,
}
