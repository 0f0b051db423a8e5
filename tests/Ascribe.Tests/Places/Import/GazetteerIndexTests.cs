using System.Security.Cryptography;
using Ascribe.Places;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Places.Import;

public sealed class GazetteerIndexTests : IDisposable
{
    private readonly DumpText _dump = new();

    public void Dispose() => _dump.Dispose();

    [Fact]
    public void A_missing_an_empty_and_a_foreign_file_are_refused_in_one_sentence()
    {
        Assert.StartsWith($"{_dump.Index}: the gazetteer cannot be read (", Refusal(), StringComparison.Ordinal);
        foreach (var content in (byte[][])[[], "something else"u8.ToArray(), new byte[100_000]])
        {
            File.WriteAllBytes(_dump.Index, content);
            Assert.StartsWith(_dump.Index + ": ", Refusal(), StringComparison.Ordinal);
            Assert.DoesNotContain('\n', Refusal());
        }
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var whole = Small();
        for (var length = 0; length < whole.Length; length += length is < 200 or > 600 && length < whole.Length - 300 ? 4001 : 1)
        {
            File.WriteAllBytes(_dump.Index, whole[..length]);
            Refusal();
        }

        File.WriteAllBytes(_dump.Index, [.. whole, 0]);
        Refusal();
    }

    /// <summary>Whatever bytes change, the file is used or refused, and nothing is read beside it.</summary>
    [Fact]
    public void A_damaged_file_is_refused_or_read_and_never_anything_else()
    {
        var whole = Small();
        // Most changes go where they matter: the directory of a small file is nearly all of it.
        var directory = whole.Length - GazetteerIndexFormat.DirectorySize - 200;
        var place = Gen.Frequency((1, Gen.Choose(0, GazetteerIndexFormat.HeadSize - 1)), (4, Gen.Choose(0, directory)), (1, Gen.Choose(directory, whole.Length - 1)));
        var change = place.Zip(Gen.Elements<byte>(0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF).Or(Gen.Choose(0, 255).Select(b => (byte)b)));
        var seal = Gen.Elements(true, false);
        Prop.ForAll(change.NonEmptyListOf().Zip(seal).ToArbitrary(), pair =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in pair.Item1) bytes[at] = value;
            // With a head that fits its own seal the numbers in it are believed.
            if (pair.Item2) SHA256.HashData(bytes.AsSpan(0, 80)).AsSpan(0, 8).CopyTo(bytes.AsSpan(80));
            File.WriteAllBytes(_dump.Index, bytes);
            try
            {
                using var index = GazetteerIndex.Open(_dump.Index);
                if (index.Count < 1000) ReadAll(index);
                if (!bytes.AsSpan(GazetteerIndexFormat.HeadSize).SequenceEqual(whole.AsSpan(GazetteerIndexFormat.HeadSize))) Assert.Throws<InvalidDataException>(index.Verify);
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith(_dump.Index + ": ", e.Message, StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static void ReadAll(GazetteerIndex index)
    {
        Span<int> postings = stackalloc int[GazetteerIndexFormat.MaxPostings];
        foreach (var name in s_names.Append("nowhere"))
        {
            try
            {
                var count = index.Find(name, postings);
                for (var p = 0; p < count; p++) index.Name(index.Entry(postings[p] >> 1));
            }
            catch (InvalidDataException)
            {
                // Refused; the next may be sound.
            }
        }

        for (var e = 0; e < index.Count; e++)
        {
            var entry = index.Entry(e);
            index.Name(entry);
            index.Country(entry);
            Assert.InRange(entry.Coordinates.Latitude, -90, 90);
        }
    }

    private static readonly string[] s_names = [.. Enumerable.Range(0, 40).Select(i => "village " + i)];

    private byte[] Small()
    {
        _dump.Import([.. s_names.Select((name, i) => DumpText.Row(i + 1, name, admin1: "01")), DumpText.Row(100, "Anbar", feature: "A", code: "ADM1", admin1: "01"), DumpText.Row(101, "Village 3", country: "SY")]);
        return File.ReadAllBytes(_dump.Index);
    }

    private string Refusal() => Assert.Throws<InvalidDataException>(() => GazetteerIndex.Open(_dump.Index).Dispose()).Message;
}
