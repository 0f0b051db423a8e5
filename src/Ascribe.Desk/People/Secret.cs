using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Ascribe.Desk.People;

/// <summary>Random secrets, and what is kept of them.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>256 random bits, as text for a header or cookie.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept: a secret of 256 bits cannot be guessed from its hash, so that no slow hash is needed.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>In a time that does not tell where they differ.</summary>
    public static bool Equal(string? given, string known) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(known));
}
