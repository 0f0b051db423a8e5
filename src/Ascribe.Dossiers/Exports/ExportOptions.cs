using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Exports;

/// <summary>What an export is told beside the dossiers.</summary>
public sealed record ExportOptions
{
    /// <summary>Where the desk is ("http://127.0.0.1:5000"): the address of a dossier is this and "/dossiers/" and its id. Null: no addresses are written.</summary>
    public Uri? Desk { get; init; }

    /// <summary>How far what is exported goes: incidents of which a report is marked more strictly are left out.</summary>
    public Tlp Strictest { get; init; } = Tlp.Red;

    /// <summary>The address of a dossier, or null.</summary>
    internal string? AddressOf(string dossier) => Desk is null ? null : $"{Desk.AbsoluteUri.TrimEnd('/')}/dossiers/{dossier}";
}
