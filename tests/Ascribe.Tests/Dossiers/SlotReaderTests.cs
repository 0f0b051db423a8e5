using Ascribe.Dossiers.Dossiers;
using Ascribe.Quantities;
using NodaTime;

namespace Ascribe.Tests.Dossiers;

public sealed class SlotReaderTests
{
    [Fact]
    public void The_latest_word_of_the_most_authoritative_stands_for_a_toll()
    {
        var slot = SlotReader.Read(Slot.Killed, [Dead(12, 1, Authority.Official, "police"), Dead(15, 2, Authority.Report), Dead(14, 3, Authority.Official, "ministry"), Dead(40, 4, Authority.Involved, "fighters")]);
        Assert.Equal(("14", 12L, 40L), (slot.Best.Value, slot.Low, slot.High));
        Assert.Equal("12 → 15 → 14 → 40", string.Join(" → ", slot.History.Select(h => h.Value)));
        Assert.Equal(Agreement.Updated, slot.Agreement);
    }

    [Fact]
    public void Two_numbers_of_one_day_contradict_each_other() =>
        Assert.Equal(Agreement.Contradicted, SlotReader.Read(Slot.Killed, [Dead(12, 1, Authority.Report), Dead(15, 1, Authority.Report)]).Agreement);

    [Fact]
    public void A_range_agrees_with_what_lies_in_it()
    {
        var slot = SlotReader.Read(Slot.Killed, [Dead(12, 1, Authority.Report) with { Count = CountRange.AtLeast(10), Value = "10 or more" }, Dead(12, 2, Authority.Report)]);
        Assert.Equal((Agreement.Agreed, 10L, null), (slot.Agreement, slot.Low, slot.High));
    }

    [Fact]
    public void Copies_are_one_source()
    {
        var slot = SlotReader.Read(Slot.Day, [Day("2024-03-04", 0), Day("2024-03-04", 0), Day("2024-03-05", 1)]);
        Assert.Equal(1, slot.Values[0].Origins);
        Assert.Equal(Agreement.Contradicted, slot.Agreement);
    }

    [Fact]
    public void Whoever_is_said_to_have_done_it_and_not_is_contradicted()
    {
        Statement Doer(string value, int origin) => Day(value, origin) with { Slot = Slot.AttributedTo };
        Assert.Equal(Agreement.Contradicted, SlotReader.Read(Slot.AttributedTo, [Doer("Harbour Brigade (accused)", 0), Doer("Harbour Brigade (denied)", 1)]).Agreement);
        Assert.Equal(Agreement.Agreed, SlotReader.Read(Slot.AttributedTo, [Doer("Harbour Brigade (accused)", 0), Doer("Harbour Brigade (accused)", 1)]).Agreement);
    }

    private static int s_origins;

    private static Statement Dead(long count, int day, Authority authority, string? speaker = null) => new()
    {
        Slot = Slot.Killed,
        Value = $"{count}",
        Count = CountRange.Exactly(count),
        Report = $"r{day}",
        Origin = Interlocked.Increment(ref s_origins),
        Published = new LocalDate(2024, 3, day),
        Speaker = speaker,
        Authority = authority,
    };

    private static Statement Day(string value, int origin) => new() { Slot = Slot.Day, Value = value, Report = $"r{origin}", Origin = origin, Published = new LocalDate(2024, 3, 6), Authority = Authority.Report };
}
