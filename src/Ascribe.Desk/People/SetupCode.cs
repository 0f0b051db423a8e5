using System.Security.Cryptography;

namespace Ascribe.Desk.People;

/// <summary>The code with which the first admin is made: shown in the terminal of whoever started the desk, kept in memory alone, gone after its use.</summary>
internal sealed class SetupCode
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private const int Length = 20;
    private const int Group = 5;

    private readonly Lock _lock = new();

    public SetupCode(bool isNeeded) =>
        Text = isNeeded ? string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(g => new string(g))) : null;

    /// <summary>"BCDFG-HJKLM-…", 96 bits; null: there are accounts already.</summary>
    public string? Text { get; private set; }

    /// <summary>Uses the code up where it fits and the action succeeds.</summary>
    public bool Use(string? given, Func<bool> action)
    {
        lock (_lock)
        {
            if (Text is not { } text || !Secret.Equal(given?.Trim().ToUpperInvariant(), text) || !action()) return false;
            Text = null;
            return true;
        }
    }
}
