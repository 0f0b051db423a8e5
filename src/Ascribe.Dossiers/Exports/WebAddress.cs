using System.Diagnostics.CodeAnalysis;

namespace Ascribe.Dossiers.Exports;

/// <summary>Addresses from outside that may be followed: http and https alone.</summary>
internal static class WebAddress
{
    /// <returns>False for anything else; <see cref="Uri"/> never sees what does not begin so, for it throws at some texts that look like paths of Windows.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text is not null && text.StartsWith(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
    }
}
