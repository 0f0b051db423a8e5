using Ascribe.Events;

namespace Ascribe.Dossiers.Merging;

/// <summary>What a report tells of one of its incidents.</summary>
/// <param name="Events">The events of the record that are the incident.</param>
/// <param name="Text">The paragraphs that tell of it; of a report about one incident the whole body.</param>
internal sealed record ReportPart(Event[] Events, string Text);
