using System.Globalization;
using Ascribe.Quantities;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Sets the statements of one slot side by side: who agrees, who contradicts, what stands for all, how a number moved.</summary>
internal static class SlotReader
{
    /// <param name="statements">Of one slot, by publication, then in the order of the ledger; never empty.</param>
    public static DossierSlot Read(Slot slot, IReadOnlyList<Statement> statements)
    {
        DossierValue[] values = [.. statements.GroupBy(s => s.Value, StringComparer.Ordinal).Select(g => new DossierValue(g.Key, [.. g])).OrderByDescending(v => v.Origins)];
        if (!StatementReader.IsCount(slot)) return new DossierSlot(slot, AgreementOf(slot, statements, values), values, Accepted(statements) ?? BestOf(values), null, null, []);
        Statement[] counted = [.. statements.Where(s => s.Count is not null)];
        long? low = counted.Min(s => s.Count!.Value.Min ?? 0);
        long? high = counted.Any(s => s.Count!.Value.Max is null) ? null : counted.Max(s => s.Count!.Value.Max);
        return new DossierSlot(slot, AgreementOf(counted), values, Accepted(counted) ?? LatestOfMostAuthority(counted), low, high, HistoryOf(counted));
    }

    /// <summary>What a reviewer accepted last; null where nothing was accepted.</summary>
    private static Statement? Accepted(IReadOnlyList<Statement> statements)
    {
        var last = statements.Max(s => s.Judgement == Judgement.Accepted ? s.Decision?.Sequence : null);
        return last is null ? null : LatestOfMostAuthority([.. statements.Where(s => s.Decision?.Sequence == last)]);
    }

    /// <summary>The value that most texts of their own state; among equals that of the most authoritative speaker.</summary>
    private static Statement BestOf(DossierValue[] values) =>
        values.OrderByDescending(v => v.Origins).ThenByDescending(v => v.Statements.Max(s => s.Authority)).Select(v => LatestOfMostAuthority(v.Statements)).First();

    /// <summary>Of those whose word weighs most, the one who spoke last.</summary>
    private static Statement LatestOfMostAuthority(IReadOnlyList<Statement> statements)
    {
        var best = statements[0];
        foreach (var statement in statements)
        {
            if (statement.Authority > best.Authority || statement.Authority == best.Authority && !(statement.Published < best.Published)) best = statement;
        }

        return best;
    }

    private static Agreement AgreementOf(Slot slot, IReadOnlyList<Statement> statements, DossierValue[] values)
    {
        // Somebody is said to have done it and not to have done it.
        if (slot is Slot.AttributedTo or Slot.Responsibility && values.Any(v => Denies(v.Value)) && values.Any(v => !Denies(v.Value))) return Agreement.Contradicted;
        if (statements.Select(s => s.Origin).Distinct().Count() == 1) return Agreement.Single;
        if (values.Length == 1) return Agreement.Agreed;
        // An incident has one day; it may have several weapons, targets and doers.
        return slot == Slot.Day || values[0].Origins < 2 ? Agreement.Contradicted : Agreement.Agreed;
    }

    /// <summary>A value of which only a hash is known, so that it still is equal to none but itself and denies what it denied.</summary>
    public static string Kept(uint hash, bool denies) => string.Create(CultureInfo.InvariantCulture, $"{(denies ? "denied " : "")}{hash:x8}");

    /// <summary>Whether the value is that somebody did not do it.</summary>
    public static bool Denies(string value) => value.EndsWith("(denied)", StringComparison.Ordinal) || value.StartsWith("denied", StringComparison.Ordinal);

    private static Agreement AgreementOf(Statement[] counted)
    {
        if (counted.Length == 1) return Agreement.Single;
        var apart = counted.SelectMany((s, i) => counted.Skip(i + 1).Where(t => !Overlap(s.Count!.Value, t.Count!.Value)).Select(t => (s, t))).ToArray();
        if (apart.Length == 0) return counted.Select(s => s.Origin).Distinct().Count() == 1 ? Agreement.Single : Agreement.Agreed;
        return apart.All(p => p.s.Published is { } x && p.t.Published is { } y && x != y) ? Agreement.Updated : Agreement.Contradicted;
    }

    private static bool Overlap(CountRange a, CountRange b) => (a.Min ?? 0) <= (b.Max ?? long.MaxValue) && (b.Min ?? 0) <= (a.Max ?? long.MaxValue);

    private static Statement[] HistoryOf(Statement[] counted)
    {
        var history = new List<Statement>();
        foreach (var statement in counted)
        {
            if (history.Count == 0 || history[^1].Value != statement.Value || history[^1].Speaker != statement.Speaker) history.Add(statement);
        }

        return [.. history];
    }
}
