using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Ascribe.Desk.Http;

/// <summary>How much of a list is asked for, and where it goes on.</summary>
/// <param name="Limit">Items of a page.</param>
/// <param name="After">The key of the last item of the page before, or null.</param>
internal readonly record struct Paging(int Limit, string? After)
{
    private const int Most = 200;
    private const int Usual = 50;

    /// <exception cref="ProblemException">The limit is out of range, or the cursor is none.</exception>
    public static Paging Of(int? limit, string? cursor)
    {
        if (limit is < 1 or > Most) throw ProblemException.BadRequest($"'limit' lies in 1..{Most}.");
        if (string.IsNullOrEmpty(cursor)) return new Paging(limit ?? Usual, null);
        try
        {
            return new Paging(limit ?? Usual, Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)));
        }
        catch (FormatException)
        {
            throw NoCursor();
        }
    }

    public static ProblemException NoCursor() => ProblemException.BadRequest("'cursor' is no cursor that a page of this list gave.");

    /// <summary>The opaque form of a key.</summary>
    public static string CursorOf(string key) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key));

    /// <summary>The key as a number; 0 at the start.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public long Number => After is null ? 0 : long.TryParse(After, out var number) && number >= 0 ? number : throw NoCursor();
}
