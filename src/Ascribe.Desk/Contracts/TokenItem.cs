using Ascribe.Desk.People;
using Ascribe.Dossiers.Review;

namespace Ascribe.Desk.Contracts;

/// <summary>A service token, without its secret.</summary>
/// <param name="Marking">The strictest TLP marking of reports that it sees.</param>
/// <param name="Expires">An ISO 8601 time in UTC.</param>
internal sealed record TokenItem(string Id, string Name, IReadOnlyList<string> Rights, string Marking, string MadeBy, string Made, string Expires)
{
    public static TokenItem Of(ServiceToken token) =>
        new(token.Id, token.Name, [.. People.Rights.NamesOf(token.Rights)], TlpLabel.Of(token.Clearance), token.MadeBy, TimeOf(token.Made), TimeOf(token.Expires));

    internal static string TimeOf(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Rights">Of read, export, add, organise, review, mark, administer.</param>
/// <param name="Days">How long it lasts, 1 to 366.</param>
/// <param name="Marking">The strictest TLP marking of reports that it sees; null: TLP:GREEN.</param>
internal sealed record NewTokenRequest(string Name, IReadOnlyList<string> Rights, int Days, string? Marking = null);

/// <param name="Secret">Shown this once.</param>
internal sealed record NewTokenAnswer(TokenItem Token, string Secret);
