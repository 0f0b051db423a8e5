using Ascribe.Places;

namespace Ascribe.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly GazetteerEntry[] s_entries =
    [
        new(10, "Anbar", GazetteerClass.Province, "IQ", -1, -1, 33, 42, 1_500_000),
        new(20, "Hīt", GazetteerClass.DistrictSeat, "IQ", 0, -1, 33.6416, 42.8268, 31_247),
        new(0, "Hit", GazetteerClass.Town, "US", -1, -1, -12.5, -170.25, 0),
    ];

    [Fact]
    public void What_is_written_is_read_back()
    {
        var gazetteer = Gazetteer.Read(new MemoryStream(Small()), "test");
        Assert.Equal(3, gazetteer.Count);
        Assert.Equal([2, 5], gazetteer.Find("hit").ToArray());
        Assert.Equal("Hīt", gazetteer.Name(1));
        Assert.Equal("IQ", gazetteer.Country(1));
        Assert.Equal(0, gazetteer.Provinces[1]);
        Assert.Equal(new Coordinates(33.6416, 42.8268), gazetteer.Coordinates(1));
        Assert.Equal(new Coordinates(-12.5, -170.25), gazetteer.Coordinates(2));
        Assert.True(gazetteer.Find("nowhere").IsEmpty);
    }

    [Fact]
    public void The_same_entries_give_the_same_bytes() => Assert.Equal(Small(), Small());

    [Fact]
    public void A_foreign_file_is_refused() => Assert.Equal("test: this is no gazetteer of the format ASCGAZ01.", Refusal("something else entirely"u8.ToArray()));

    [Fact]
    public void Every_cut_of_the_file_is_refused_in_one_sentence()
    {
        var bytes = Small();
        for (var length = 0; length < bytes.Length; length++)
        {
            var message = Refusal(bytes[..length]);
            Assert.StartsWith("test: ", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
        }
    }

    [Fact]
    public void A_changed_length_is_noticed()
    {
        var bytes = Small();
        bytes[8]++;
        Assert.Contains("damaged", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_embedded_one_knows_the_world()
    {
        var gazetteer = Gazetteer.Load();
        Assert.InRange(gazetteer.Count, 200_000, 1_000_000);
        foreach (var name in (string[])["baghdad", "kyiv", "mogadishu", "san salvador", "mosul"]) Assert.False(gazetteer.Find(name).IsEmpty, name);
        for (var e = 0; e < gazetteer.Count; e += 97) Assert.Equal(2, gazetteer.Country(e).Length);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => Gazetteer.Read(new MemoryStream(bytes), "test")).Message;

    private static byte[] Small()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            GazetteerFile.Write(path, s_entries, new SortedDictionary<string, List<int>>(StringComparer.Ordinal) { ["anbar"] = [0], ["hit"] = [2, 5] });
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
