using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Times;

/// <summary>
/// One rule of the time grammar: what the expression looks like and what it means. A pattern is a line of items: <c>of|in</c> matches
/// these folded words; <c>&lt;month&gt;</c> a word of this class of the lexicon <c>times</c>; <c>&lt;day&gt;</c>, <c>&lt;year&gt;</c>,
/// <c>&lt;number&gt;</c>, <c>&lt;clock&gt;</c> what their names say; <c>&lt;time&gt;</c> an expression that other rules find. An item with
/// '?' at its end may be missing.
/// </summary>
internal sealed record TimeRule(IReadOnlyList<TimeRule.Item> Items, TimeOperation Operation)
{
    /// <param name="Class">The class of the lexicon or the built-in kind; null for literal words.</param>
    /// <param name="Words">The literal words; empty for a class.</param>
    internal sealed record Item(string? Class, IReadOnlyList<string> Words, bool IsOptional);

    /// <exception cref="InvalidDataException">The pattern is empty or the operation unknown; the message names the line.</exception>
    public static TimeRule Of(LexiconTable.Row row)
    {
        var items = row["pattern"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ItemOf).ToArray();
        if (items.Length == 0 || items.All(i => i.IsOptional)) throw row.Error("a pattern with at least one word that must be there is expected.");
        return new TimeRule(items, row.Value("operation", TimeOperation.Reference));
    }

    private static Item ItemOf(string text)
    {
        var optional = text.Length > 1 && text[^1] == '?';
        if (optional) text = text[..^1];
        return text.Length > 2 && text[0] == '<' && text[^1] == '>'
            ? new Item(text[1..^1], [], optional)
            : new Item(null, [.. text.Split('|').Select(w => TokenForm.Fold(w))], optional);
    }
}
