using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ascribe.Desk.Security;

/// <summary>How often one client may ask. Signing in is counted by address, the rest by caller.</summary>
internal static class RateLimits
{
    /// <summary>For sign-in and set-up: guesses.</summary>
    public const string Guessing = "guessing";

    /// <summary>For what keeps a processor busy: reading texts, exports.</summary>
    public const string Heavy = "heavy";

    /// <summary>For streams of events, which stay open.</summary>
    public const string Streams = "streams";

    private const int StreamsAtOnce = 12;
    private const int RequestsAMinute = 3000;
    private const int HeavyAtOnce = 4;
    private const int HeavyWaiting = 16;

    public static void Add(IServiceCollection services, DeskOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)) rejected.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(after.TotalSeconds)}";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
            Caller.Find(context)?.Name ?? AddressOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
        limiter.AddPolicy(Guessing, context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsAMinute, Window = TimeSpan.FromMinutes(1) }));
        limiter.AddPolicy(Heavy, context => RateLimitPartition.GetConcurrencyLimiter(Caller.Find(context)?.Name ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = HeavyAtOnce, QueueLimit = HeavyWaiting }));
        limiter.AddPolicy(Streams, context => RateLimitPartition.GetConcurrencyLimiter(Caller.Find(context)?.Name ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = StreamsAtOnce, QueueLimit = 0 }));
    });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
