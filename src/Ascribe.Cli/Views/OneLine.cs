namespace Ascribe.Cli.Views;

/// <summary>Text from outside for a line on a terminal: no line breaks, no control characters that would move its cursor.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });
}
