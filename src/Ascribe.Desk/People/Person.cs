namespace Ascribe.Desk.People;

/// <summary>An account.</summary>
/// <param name="Version">Raised with every change of it.</param>
internal sealed record Person(string Name, Role Role, bool Disabled, long Version);
