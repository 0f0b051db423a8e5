namespace Ascribe.Events;

/// <summary>Two mentions of which the report says that one act answers the other.</summary>
/// <param name="Answered">Null where the words do not name it: "in retaliation, the army shelled …".</param>
internal sealed record AnswerPair(EventMention Answering, EventMention? Answered);
