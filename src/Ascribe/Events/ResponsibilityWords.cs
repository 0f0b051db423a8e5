using Ascribe.Lexicons;

namespace Ascribe.Events;

/// <summary>The words of event-links.tsv that tell who did what was told.</summary>
internal sealed class ResponsibilityWords
{
    private ResponsibilityWords()
    {
    }

    /// <summary>Stand for having done it: "involvement", "being behind it", "firing the rockets".</summary>
    public PhraseMatcher<bool> Deeds { get; } = new();

    /// <summary>Make an event noun speak of another event than the one told: "similar attacks".</summary>
    public PhraseMatcher<bool> Others { get; } = new();

    /// <summary>Before a noun, make whom it names a suspect: "suspected militants".</summary>
    public PhraseMatcher<bool> Suspicions { get; } = new();

    /// <summary>Beside the word of an act, or before its doer, make a suspect of the doer: "presumably", "may have".</summary>
    public PhraseMatcher<bool> Doubts { get; } = new();

    /// <summary>Make people of the group that is named behind them: "members of", "belonging to".</summary>
    public PhraseMatcher<bool> Belonging { get; } = new();

    /// <summary>Nouns that an act is, with the doer behind them: "the work of rebels".</summary>
    public PhraseMatcher<bool> Works { get; } = new();

    /// <summary>Nouns for what an act has of a suspect: "the hallmarks of the group".</summary>
    public PhraseMatcher<bool> Hallmarks { get; } = new();

    /// <summary>Right before the preposition of an event noun, make whom they are said of its doer: "responsible for the attack".</summary>
    public PhraseMatcher<bool> Authors { get; } = new();

    /// <summary>The same of one who is only suspected: "linked to the attack", "a suspect in the attack".</summary>
    public PhraseMatcher<bool> Suspects { get; } = new();

    /// <summary>Join doers of whom one did it: "or".</summary>
    public PhraseMatcher<bool> Alternatives { get; } = new();

    /// <summary>Stand in claims of one's own deed: "claimed responsibility", "took credit".</summary>
    public PhraseMatcher<bool> Claimings { get; } = new();

    /// <summary>Pronouns for whoever speaks: "we".</summary>
    public PhraseMatcher<bool> Speakers { get; } = new();

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static ResponsibilityWords Load(string language)
    {
        var words = new ResponsibilityWords();
        foreach (var row in LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            var matcher = row.Value("link", EventLinkKind.New) switch
            {
                EventLinkKind.Responsibility => words.Deeds,
                EventLinkKind.New => words.Others,
                EventLinkKind.Speaker => words.Speakers,
                EventLinkKind.Suspicion => words.Suspicions,
                EventLinkKind.Doubt => words.Doubts,
                EventLinkKind.Belonging => words.Belonging,
                EventLinkKind.Work => words.Works,
                EventLinkKind.Hallmark => words.Hallmarks,
                EventLinkKind.Author => words.Authors,
                EventLinkKind.Suspect => words.Suspects,
                EventLinkKind.Claiming => words.Claimings,
                EventLinkKind.Alternative => words.Alternatives,
                _ => null,
            };
            matcher?.Add(row["phrase"], true);
        }

        return words;
    }
}
