namespace Ascribe.Dossiers.Exports;

/// <summary>What an export is told beside the dossiers.</summary>
public sealed record ExportOptions
{
    /// <summary>Where the desk is ("http://127.0.0.1:5000"): the address of a dossier is this and "/dossiers/" and its id. Null: no addresses are written.</summary>
    public Uri? Desk { get; init; }

    /// <summary>How far all that is exported may be passed on, or null: not marked.</summary>
    public TrafficLight? Marking { get; init; }

    /// <summary>The address of a dossier, or null.</summary>
    internal string? AddressOf(string dossier) => Desk is null ? null : $"{Desk.AbsoluteUri.TrimEnd('/')}/dossiers/{dossier}";
}
