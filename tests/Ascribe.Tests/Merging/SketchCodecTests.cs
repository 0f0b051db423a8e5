using System.Text;
using Ascribe.Dossiers.Merging;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Tests.Merging;

/// <summary>Sketches lie in a ledger, which somebody else may have made: bytes that are none are told and never half believed.</summary>
public sealed class SketchCodecTests
{
    private static readonly IncidentSketch s_sketch = new()
    {
        Report = "r1",
        Number = 0,
        Events = ["e1"],
        Whole = TermVector.Of([new(7u << 8, 1), new(9u << 8, 2)], 10),
        Lead = TermVector.Empty,
        Title = TermVector.Empty,
        Names = [(3, 1)],
        Shingles = [4, 5],
        Days = (new LocalDate(2016, 3, 7), new LocalDate(2016, 3, 8)),
        Places = [new SketchPlace("tikrit", new Coordinates(34.5, 43.75), PlacePrecision.Town, null, "IQ")],
        Types = new HashSet<string> { "bombing" },
        Persons = new HashSet<string>(),
        VictimNames = new HashSet<string>(),
        Ages = new HashSet<int>(),
        Killed = 12,
        Targets = new HashSet<string>(),
        Weapons = new HashSet<string>(),
        Addresses = new HashSet<uint>(),
        Clocks = new HashSet<int>(),
        Siblings = 1,
        Length = 100,
    };

    [Fact]
    public void A_sketch_comes_back() => Assert.Equal(SketchCodec.Pack(s_sketch), SketchCodec.Pack(SketchCodec.Unpack(SketchCodec.Pack(s_sketch))));

    [Fact]
    public void Damaged_bytes_give_another_sketch_or_are_told()
    {
        var packed = SketchCodec.Pack(s_sketch);
        for (var i = 0; i < packed.Length; i++)
        {
            Told(packed[..i]);
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = (byte[])packed.Clone();
                damaged[i] ^= (byte)(1 << bit);
                Told(damaged);
            }
        }

        static void Told(byte[] damaged)
        {
            try
            {
                // What is read must be one that can be written.
                var read = SketchCodec.Unpack(damaged);
                Assert.Equal(read.Whole.Terms, SketchCodec.Unpack(SketchCodec.Pack(read)).Whole.Terms);
            }
            catch (InvalidDataException)
            {
                // Told.
            }
        }
    }

    [Theory]
    [InlineData("-1 as the length of a list", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData("a list longer than its bytes", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 })]
    public void A_list_that_cannot_be_is_told(string what, byte[] length) =>
        Assert.True(Assert.Throws<InvalidDataException>(() => SketchCodec.Unpack([.. Head(), .. length])) is not null, what);

    [Fact]
    public void A_text_of_no_length_is_told() => Assert.Throws<InvalidDataException>(() => SketchCodec.Unpack([0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));

    [Fact]
    public void A_day_behind_the_end_of_the_calendar_is_told() => Assert.Throws<InvalidDataException>(() => SketchCodec.Unpack([1, .. "r"u8, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]));

    /// <summary>Report, number, no outlet, no day.</summary>
    private static byte[] Head() => [2, .. Encoding.UTF8.GetBytes("r1"), 0, 0, 0];
}
