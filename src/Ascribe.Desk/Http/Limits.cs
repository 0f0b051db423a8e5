using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ascribe.Desk.Http;

/// <summary>How much a client may ask of the desk.</summary>
internal static class Limits
{
    /// <summary>In bytes; a bulk of reports may be larger, see <see cref="LongestBulk"/>.</summary>
    public const long LongestBody = 2 * 1024 * 1024;

    /// <summary>In bytes: some thousand pages of news.</summary>
    public const long LongestBulk = 24 * 1024 * 1024;

    /// <summary>UTF-16 code units of one report: longer texts are books.</summary>
    public const int LongestText = 1_000_000;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MaxConcurrentConnections = 500;
    }
}
