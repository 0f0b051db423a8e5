using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Times;

/// <summary>
/// One rule of the time grammar: what the expression looks like and what it means. A pattern is a line of items: <c>of|in</c> matches
/// these folded words; <c>&lt;month&gt;</c> a word of this <see cref="TimeClass"/>; <c>&lt;time&gt;</c> an expression that other rules find.
/// An item with '?' at its end may be missing; one with '&amp;' before it must stand there, and may tell something, but is no part of the expression.
/// </summary>
internal sealed record TimeRule(IReadOnlyList<TimeRule.Item> Items, TimeOperation Operation)
{
    /// <param name="Class">What the item asks for; null for literal words.</param>
    /// <param name="Words">The literal words; empty for a class.</param>
    /// <param name="IsOptional">The item may be missing.</param>
    /// <param name="IsAhead">The item stands after the expression.</param>
    internal sealed record Item(TimeClass? Class, IReadOnlyList<string> Words, bool IsOptional, bool IsAhead)
    {
        public bool IsSameAs(Item other) => Class == other.Class && IsAhead == other.IsAhead && Words.SequenceEqual(other.Words);
    }

    /// <exception cref="InvalidDataException">The pattern is malformed or the operation unknown; the message names the line.</exception>
    public static TimeRule Of(LexiconTable.Row row)
    {
        var items = row["pattern"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => ItemOf(text, row)).ToArray();
        if (items.All(i => i.IsOptional || i.IsAhead)) throw row.Error("a pattern with at least one word that must be there is expected.");
        if (items.SkipWhile(i => !i.IsAhead).Any(i => !i.IsAhead)) throw row.Error("what follows the expression stands at the end of the pattern.");
        if (items.TakeWhile((item, at) => at == 0 || items[at - 1].IsOptional).Any(i => i.Class == TimeClass.Time)) throw row.Error("a pattern cannot begin with another expression.");
        return new TimeRule(items, row.Value("operation", TimeOperation.Reference));
    }

    private static Item ItemOf(string text, LexiconTable.Row row)
    {
        var optional = text.Length > 1 && text[^1] == '?';
        if (optional) text = text[..^1];
        var ahead = text.Length > 1 && text[0] == '&';
        if (ahead) text = text[1..];
        if (text.Length <= 2 || text[0] != '<' || text[^1] != '>') return new Item(null, [.. text.Split('|').Select(w => TokenForm.Fold(w))], optional, ahead);
        return Enum.TryParse<TimeClass>(text[1..^1], ignoreCase: true, out var name)
            ? new Item(name, [], optional, ahead)
            : throw row.Error($"'{text}' is no {nameof(TimeClass)}.");
    }
}
