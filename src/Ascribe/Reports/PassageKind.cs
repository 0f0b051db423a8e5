namespace Ascribe.Reports;

/// <summary>What a sentence of a report is there for. Only the first three carry the story.</summary>
public enum PassageKind : byte
{
    /// <summary>Running text.</summary>
    Body,

    Title,

    /// <summary>The lead line between title and body.</summary>
    Standfirst,

    /// <summary>A heading inside the text.</summary>
    Heading,

    /// <summary>"By Jane Doe in Erbil", "(Reporting by …; Editing by …)".</summary>
    Byline,

    /// <summary>"Updated 14 December 2023, 15:02".</summary>
    Stamp,

    /// <summary>A picture's caption or credit.</summary>
    Caption,

    /// <summary>Links to other stories, copyright and other furniture of a page.</summary>
    Furniture,
}
