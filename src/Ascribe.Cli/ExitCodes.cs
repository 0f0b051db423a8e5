namespace Ascribe.Cli;

/// <summary>What the command's exit code says.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some inputs failed; the others were read.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Nothing could be read.</summary>
    public const int NothingRead = 3;

    /// <summary>The ledger could not be used.</summary>
    public const int Ledger = 4;

    /// <summary>The output could not be written.</summary>
    public const int Output = 5;
}
