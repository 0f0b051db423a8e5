namespace Ascribe.Claims;

/// <summary>Who speaks at a verb.</summary>
/// <param name="Paper">The token of what he issues to say it ("issued a statement saying"), or -1.</param>
/// <param name="Relayers">Who shows or quotes him, or holds the paper that speaks.</param>
internal readonly record struct VerbSpeaker(SpeakerPhrase Phrase, int Paper, IReadOnlyList<Relayer> Relayers);
