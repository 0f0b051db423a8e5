namespace Ascribe.Times;

/// <summary>Whether the clause that holds an expression speaks of what was, what is or what is to come.</summary>
internal enum ClauseTense : byte
{
    /// <summary>No verb tells, or the language has no parser.</summary>
    Unknown,
    Past,
    Present,
    Future,
}
