namespace Ascribe.Events;

/// <summary>What speaks for a time being when an event happened, and for the sentence telling no time of it.</summary>
internal enum EventTimeFeature : byte
{
    Time, Path, PathSide, Distance, Verbs, Owner, OwnerPath, Statement, StatementDay, Thing, ToCome, Back, Strength, Precision, PrecisionPath, Start, Relation, RelationSide, Comma, Nearest,
    Between, Look, LookPath,
    None, NoneStrength, NoneLook, NoneTimes, NonePassage, NoneStatus,
}
