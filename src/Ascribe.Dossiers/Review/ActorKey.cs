using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>An actor as one report names it.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Name">The name in its record.</param>
public readonly record struct ActorKey(string Report, string Name)
{
    /// <summary>56 bits: among ten million two are the same with a chance of 0.0007.</summary>
    internal const int Digits = 14;

    /// <summary>A short id: "a" and 14 hex digits. The actor that is so named answers to it.</summary>
    public string Id => "a" + RecordJson.HashOf($"{Report}\n{Name}")[..Digits];
}
