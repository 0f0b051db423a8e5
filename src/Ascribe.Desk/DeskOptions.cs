namespace Ascribe.Desk;

/// <summary>What a desk is started with.</summary>
public sealed record DeskOptions
{
    /// <summary>Path of the ledger's file.</summary>
    public required string Ledger { get; init; }

    /// <summary>Where to listen; port 0 takes a free one. Only loopback unless the operator says otherwise.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:0"];

    /// <summary>Whether other machines are let in.</summary>
    public bool ListensToOthers { get; init; }

    /// <summary>A session that is not used for so long ends.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>So many times a minute one address may try to sign in.</summary>
    public int SignInsAMinute { get; init; } = 10;

    /// <summary>Whether webhooks may send to this machine and its network.</summary>
    public bool AllowsPrivateWebhooks { get; init; }

    /// <summary>Names that a request may ask for besides those of loopback; another name is refused, so that no page of another site reaches the desk by a name that it owns.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>A folder of models in place of the embedded ones, or null.</summary>
    public string? Models { get; init; }

    /// <summary>An imported gazetteer, or null.</summary>
    public string? Gazetteer { get; init; }
}
