using Ascribe.Dossiers.Ledger;
using Ascribe.Records;
using Ascribe.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Ledger;

/// <summary>A body comes out byte for byte, whatever was left out of it.</summary>
public sealed class EntryBodyTests
{
    private static readonly string[] s_pieces =
    [
        "Gunmen", "killed", "12", "soldiers", "near", "Mosul", "on Monday", "police said", "No group claimed responsibility", "The ministry denied it", ".", ",", "\n\n", "\"", "\\", "“", "”", "é",
        "\uD83D", "\uDE00", "\U0001F600", "\0", "\u0001", "\u0002", "قصفت القوات", "\u2028", "{\"start\":0,\"end\":1,\"text\":\"G\"}", "/", "&",
    ];

    [Fact]
    public void Any_record_comes_back_byte_for_byte()
    {
        var text = Gen.Elements(s_pieces).ListOf().Select(pieces => string.Join(' ', pieces));
        Prop.ForAll(text.Two().ToArbitrary(), both => Returns(both.Item1, both.Item2)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_the_report_tells_is_left_out()
    {
        var (record, report) = Bodies("Bomb kills 12", "Police said on Monday that gunmen killed 12 soldiers near Mosul and took three others. No group claimed responsibility for the attack.");
        Assert.InRange(EntryBody.Pack(record, report).Length, 1, EntryBody.Pack(record).Length / 2);
    }

    [Fact]
    public void A_record_of_another_report_is_kept_whole()
    {
        var (record, _) = Bodies(null, "Gunmen killed 12 soldiers near Mosul.");
        var (_, other) = Bodies(null, "Gunmen killed 13 soldiers near Mosul.");
        Assert.Equal(record, EntryBody.Unpack(EntryBody.Pack(record, other), () => null));
    }

    [Fact]
    public void Damaged_bytes_give_another_text_or_are_told()
    {
        var (record, report) = Bodies("Bomb kills 12", "Police said on Monday that gunmen killed 12 soldiers near Mosul.");
        var packed = EntryBody.Pack(record, report);
        for (var i = 0; i < packed.Length; i++)
        {
            var damaged = (byte[])packed.Clone();
            damaged[i] ^= 0x10;
            Told(damaged);
            Told(packed[..i]);
        }

        void Told(byte[] damaged)
        {
            try
            {
                // The last bits stand for nothing.
                EntryBody.Unpack(damaged, () => report);
            }
            catch (InvalidDataException)
            {
                // Told.
            }
        }
    }

    [Fact]
    public void A_few_bytes_that_stand_for_a_flood_are_told()
    {
        // A thousand marks, each of which stands for the whole report.
        var (_, report) = Bodies(null, string.Join(' ', Enumerable.Repeat("Gunmen killed 12 soldiers near Mosul.", 300)));
        byte[] marks = [.. Enumerable.Repeat((byte)1, 1000)];
        var cut = new MemoryStream();
        using (var writer = new BinaryWriter(cut, System.Text.Encoding.UTF8, leaveOpen: true)) writer.Write7BitEncodedInt(marks.Length);
        cut.Write(marks);
        Assert.Contains("does not fit", Assert.Throws<InvalidDataException>(() => RecordCut.Restore(cut.ToArray(), System.Text.Encoding.UTF8.GetBytes(report))).Message, StringComparison.Ordinal);
    }

    private static bool Returns(string title, string text)
    {
        var (record, report) = Bodies(title, text);
        return EntryBody.Unpack(EntryBody.Pack(record, report), () => report) == record && EntryBody.Unpack(EntryBody.Pack(report), () => null) == report;
    }

    private static (string Record, string Report) Bodies(string? title, string text)
    {
        var record = SharedReader.Instance.Read(new Report { Id = "any", Title = title, Text = text });
        return (RecordJson.Write(record), RecordJson.Write(record.Report));
    }
}
