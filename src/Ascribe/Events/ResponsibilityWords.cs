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

    /// <summary>Join doers of whom one did it: "or".</summary>
    public PhraseMatcher<bool> Alternatives { get; } = new();

    /// <summary>Pronouns for whoever speaks: "we".</summary>
    public PhraseMatcher<bool> Speakers { get; } = new();

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static ResponsibilityWords Load(string language)
    {
        var words = new ResponsibilityWords();
        foreach (var row in LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            var matcher = row["link"] switch
            {
                "responsibility" => words.Deeds,
                "new" => words.Others,
                "speaker" => words.Speakers,
                "suspicion" => words.Suspicions,
                "alternative" => words.Alternatives,
                _ => null,
            };
            matcher?.Add(row["phrase"], true);
        }

        return words;
    }
}
