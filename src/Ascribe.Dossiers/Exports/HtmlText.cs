using System.Net;
using System.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>Builds a piece of HTML in which all text from outside is escaped.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own.</summary>
    public HtmlText Markup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Text from outside, in a script and direction of its own.</summary>
    public HtmlText Text(string? text) => Markup(Escape(text ?? ""));

    /// <summary>An element around text from outside; nothing where there is no text.</summary>
    /// <param name="tag">With its attributes: "li class=open".</param>
    public HtmlText Element(string tag, string? text) => text is not { Length: > 0 } ? this : Markup($"<{tag}>").Text(text).Markup($"</{tag.Split(' ')[0]}>");

    /// <summary>An address as a link where a browser may follow it: http and https alone. Any other is text.</summary>
    public HtmlText Link(string address) =>
        WebAddress.TryParse(address, out var uri)
            ? Markup($"<a rel=\"noreferrer noopener\" href=\"{Escape(uri.AbsoluteUri)}\">").Text(address).Markup("</a>")
            : Text(address);

    public override string ToString() => _html.ToString();

    /// <summary>Control characters have no place in HTML: they are shown as U+FFFD, but for tab and line breaks.</summary>
    private static string Escape(string text)
    {
        if (text.Any(IsForbidden)) text = string.Concat(text.Select(c => IsForbidden(c) ? '\uFFFD' : c));
        return WebUtility.HtmlEncode(text);
    }

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
