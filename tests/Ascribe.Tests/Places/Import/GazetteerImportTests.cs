using System.IO.Compression;
using System.Text;
using Ascribe.Places;
using Ascribe.Places.Import;

namespace Ascribe.Tests.Places.Import;

public sealed class GazetteerImportTests : IDisposable
{
    private readonly DumpText _dump = new();

    public void Dispose() => _dump.Dispose();

    [Fact]
    public void What_is_imported_is_found_under_all_its_names_most_populous_first()
    {
        _dump.Import(
            DumpText.Row(1, "Qaryat al Khawr", alternates: "Khor Village,qryt alkhwr,قرية الخور,KHV"),
            DumpText.Row(2, "Khor Village", population: "512"),
            DumpText.Row(3, "Anbar Province", feature: "A", code: "ADM1", admin1: "01"));
        Assert.Equal(["Khor Village", "Qaryat al Khawr"], _dump.Find("khor village"));
        Assert.Equal(["Qaryat al Khawr"], _dump.Find("Qaryat al-Khawr"));
        Assert.Equal(["Qaryat al Khawr"], _dump.Find("قرية الخور"));
        Assert.Equal(["Anbar Province"], _dump.Find("Anbar"));
        Assert.Empty(_dump.Find("qryt alkhwr"));
        Assert.Empty(_dump.Find("KHV"));
        Assert.Empty(_dump.Find("nowhere"));
    }

    [Fact]
    public void An_entry_keeps_point_class_country_population_and_divisions_wherever_those_stand()
    {
        _dump.Import(
            DumpText.Row(5, "Umm Dabbah", "33.64160", "-42.82680", admin1: "01", admin2: "0102", population: "12"),
            DumpText.Row(7, "Hit District", feature: "A", code: "ADM2", admin1: "01", admin2: "0102"),
            DumpText.Row(6, "Anbar", feature: "A", code: "ADM1", admin1: "01"),
            DumpText.Row(8, "Bank of Sand", country: "", feature: "U", code: "BNKU"));
        using var index = GazetteerIndex.Open(_dump.Index);
        var village = index.Entry(0);
        Assert.Equal((5, GazetteerClass.Town, 2, 1, 12), (village.Id, village.Class, village.Province, village.District, village.Population));
        Assert.Equal(new Coordinates(33.6416, -42.8268), village.Coordinates);
        Assert.Equal("IQ", index.Country(village));
        Assert.Equal((2, -1), (index.Entry(1).Province, index.Entry(1).District));
        Assert.Equal(-1, index.Entry(2).Province);
        Assert.Null(index.Country(index.Entry(3)));
        Assert.Equal(GazetteerClass.Area, index.Entry(3).Class);
    }

    [Fact]
    public void Countries_and_classes_choose_and_divisions_stay()
    {
        var dump = _dump.Write(
            "dump.txt",
            DumpText.Row(1, "Camp Birch", feature: "S", code: "INSM"),
            DumpText.Row(2, "Birch Town"),
            DumpText.Row(3, "Birch Province", feature: "A", code: "ADM1", admin1: "01"),
            DumpText.Row(4, "Birch Hill", country: "SY"),
            DumpText.Row(5, "Old Birch", code: "PPLH"),
            DumpText.Row(6, "Republic of Birch", feature: "A", code: "PCLI"));
        var source = _dump.ImportFile(dump, ["IQ"], "S");
        Assert.Equal(["Camp Birch"], _dump.Find("Camp Birch"));
        Assert.Equal(["Birch Province"], _dump.Find("Birch Province"));
        foreach (var other in (string[])["Birch Town", "Birch Hill", "Old Birch", "Republic of Birch"]) Assert.Empty(_dump.Find(other));
        Assert.Equal((6, 0, "2025-01-31", "S"), (source.Rows, source.Refused, source.Newest, source.Classes));
    }

    [Fact]
    public void The_same_dump_gives_the_same_bytes_packed_or_not()
    {
        var rows = (string[])[DumpText.Row(1, "Alpha", alternates: "Alfa,Alpha Town"), DumpText.Row(2, "Beta")];
        _dump.Import(rows);
        var first = Version();
        var text = File.ReadAllBytes(Path.Combine(_dump.Folder, "dump.txt"));
        using (var gzip = new GZipStream(File.Create(Path.Combine(_dump.Folder, "dump.txt.gz")), CompressionLevel.Fastest)) gzip.Write(text);
        using (var zip = new ZipArchive(File.Create(Path.Combine(_dump.Folder, "dump.zip")), ZipArchiveMode.Create))
        {
            using (var readme = zip.CreateEntry("readme.txt").Open()) readme.Write("about"u8);
            using var dump = zip.CreateEntry("dump.txt").Open();
            dump.Write(text);
        }

        // The names of the files stand at the very end.
        var places = Places();
        foreach (var file in (string[])["dump.txt", "dump.txt.gz", "dump.zip"])
        {
            _dump.ImportFile(Path.Combine(_dump.Folder, file));
            Assert.Equal(places, Places());
        }

        _dump.Import(rows);
        Assert.Equal(first, Version());
        _dump.Import(rows[..1]);
        Assert.NotEqual(first, Version());

        byte[] Places() => File.ReadAllBytes(_dump.Index)[GazetteerIndexFormat.HeadSize..GazetteerIndexFormat.DirectorySize];

        string Version()
        {
            using var index = GazetteerIndex.Open(_dump.Index);
            index.Verify();
            return index.Version;
        }
    }

    [Fact]
    public void A_wrong_line_is_told_with_its_number_and_the_others_are_imported()
    {
        var source = _dump.Import(
            DumpText.Row(1, "First"),
            DumpText.Row(2, "Second") + "\tmore",
            DumpText.Row(1, "Third"),
            DumpText.Row(4, "Fourth", latitude: "91"),
            DumpText.Row(5, "Fifth", longitude: "east"),
            DumpText.Row(6, "Sixth", latitude: "NaN"),
            DumpText.Row(0, "Seventh"),
            DumpText.Row(8, ""),
            DumpText.Row(9, "Ninth", feature: "Q"),
            DumpText.Row(10, "Tenth", country: "Iraq"),
            DumpText.Row(11, "Eleventh", population: "-3"),
            DumpText.Row(12, new string('x', BoundedLines.MaxLength)),
            "",
            DumpText.Row(14, "Last"));
        var file = Path.Combine(_dump.Folder, "dump.txt");
        Assert.Equal(
            [
                $"{file}, line 2: 20 columns; 19, separated by tabs, were expected.",
                $"{file}, line 3: the geonameid 1 was there before; the first row with it counts.",
                $"{file}, line 4: '91' is no latitude; degrees from -90 to 90 were expected in column 5.",
                $"{file}, line 5: 'east' is no longitude; degrees from -180 to 180 were expected in column 6.",
                $"{file}, line 6: 'NaN' is no latitude; degrees from -90 to 90 were expected in column 5.",
                $"{file}, line 7: '0' is no geonameid; a whole number above 0 was expected in column 1.",
                $"{file}, line 8: there is no name in column 2.",
                $"{file}, line 9: 'Q' is no feature class; one of the letters AHLPRSTUV was expected in column 7.",
                $"{file}, line 10: 'Iraq' is no country; two capital letters were expected in column 9.",
                $"{file}, line 11: '-3' is no population; a whole number was expected in column 15.",
                $"{file}, line 12: longer than 65536 bytes; a row of a dump of GeoNames was expected.",
            ],
            _dump.Faults);
        Assert.Equal((13, 11), (source.Rows, source.Refused));
        Assert.Equal(["First"], _dump.Find("First"));
        Assert.Equal(["Last"], _dump.Find("Last"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        var path = Path.Combine(_dump.Folder, "dump.txt");
        File.WriteAllBytes(path, [.. Encoding.Latin1.GetBytes(DumpText.Row(1, "Kérouané") + "\n"), .. Encoding.UTF8.GetBytes(DumpText.Row(2, "Kérouané") + "\r\n")]);
        Assert.Equal(1, _dump.ImportFile(path).Refused);
        Assert.Equal([$"{path}, line 1: the line is no UTF-8; a dump of GeoNames was expected."], _dump.Faults);
        Assert.Equal(["Kérouané"], _dump.Find("Kerouane"));
    }

    [Fact]
    public void A_file_of_another_kind_is_given_up_and_the_old_gazetteer_stays()
    {
        _dump.Import(DumpText.Row(1, "First"));
        var before = File.ReadAllBytes(_dump.Index);
        var other = _dump.Write("other.txt", [.. Enumerable.Range(1, 5000).Select(i => $"{i}\ten\tname {i}")]);
        var error = Assert.Throws<InvalidDataException>(() => _dump.ImportFile(other));
        Assert.Equal($"{other}, line 101: 101 of 101 lines are wrong; a dump of GeoNames was expected.", error.Message);
        Assert.Equal(20, _dump.Faults.Count);
        Unchanged(before);
    }

    [Fact]
    public void Nothing_that_was_asked_for_leaves_the_old_gazetteer()
    {
        _dump.Import(DumpText.Row(1, "First"));
        var before = File.ReadAllBytes(_dump.Index);
        var dump = Path.Combine(_dump.Folder, "dump.txt");
        Assert.Contains("no place", Assert.Throws<InvalidDataException>(() => _dump.ImportFile(dump, ["SY"])).Message, StringComparison.Ordinal);
        Assert.Contains("no place", Assert.Throws<InvalidDataException>(() => _dump.ImportFile(_dump.Write("empty.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains("does it exist", Assert.Throws<InvalidDataException>(() => _dump.ImportFile(Path.Combine(_dump.Folder, "gone.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains("does it exist", Assert.Throws<InvalidDataException>(() => _dump.ImportFile(_dump.Folder)).Message, StringComparison.Ordinal);
        Unchanged(before);
    }

    [Theory]
    [InlineData("dump.txt", "the file is cut short")]
    [InlineData("dump.txt.gz", "cut short")]
    [InlineData("dump.zip", "cut short")]
    public void A_dump_that_is_cut_short_leaves_the_old_gazetteer(string name, string expected)
    {
        _dump.Import(DumpText.Row(1, "First"));
        var before = File.ReadAllBytes(_dump.Index);
        var random = new Random(3);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 3000).Select(i => DumpText.Row(i, "Village " + random.Next()) + "\n")));
        var path = Path.Combine(_dump.Folder, name);
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            gzip.Write(text);
        }
        else if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
            using var dump = zip.CreateEntry("dump.txt").Open();
            dump.Write(text);
        }
        else
        {
            File.WriteAllBytes(path, text);
        }

        using (var file = File.Open(path, FileMode.Open)) file.SetLength(file.Length * 2 / 3);
        var error = Assert.Throws<InvalidDataException>(() => _dump.ImportFile(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Unchanged(before);
    }

    [Fact]
    public void Two_imports_at_once_do_not_meet()
    {
        _dump.Import(DumpText.Row(1, "First"));
        using (new FileStream(_dump.Index + ".unfinished", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.ThrowsAny<IOException>(() => _dump.Import(DumpText.Row(2, "Second")));
            Assert.True(File.Exists(_dump.Index + ".unfinished"));
        }

        _dump.Import(DumpText.Row(2, "Second"));
        Assert.Equal(["Second"], _dump.Find("Second"));
    }

    [Fact]
    public void More_postings_than_memory_holds_come_out_in_order()
    {
        using var scratch = new FileStream(Path.Combine(_dump.Folder, "runs"), FileMode.Create, FileAccess.ReadWrite);
        var sorter = new PostingSorter(scratch, runLength: 1000);
        var random = new Random(7);
        var postings = Enumerable.Range(0, 12_345).Select(i => new Posting((ulong)random.Next(900), random.Next(5), i)).ToList();
        foreach (var posting in postings) sorter.Add(posting);
        Assert.Equal(postings.Order(), sorter.Sorted());
    }

    [Fact]
    public void The_dump_of_a_whole_country_is_imported()
    {
        var dump = RepositoryRoot.Combine("..", "shared", "data", "gazetteer", "NL.txt.gz");
        Assert.SkipUnless(File.Exists(dump), $"{dump} is not there.");
        var source = _dump.ImportFile(dump);
        Assert.Empty(_dump.Faults);
        Assert.Equal((22_852, "2025-09-05"), (source.Rows, source.Newest));
        Assert.Contains("Amsterdam", _dump.Find("Amsterdam"));
        Assert.Contains("Ochten", _dump.Find("Ochten"));
        using var index = GazetteerIndex.Open(_dump.Index);
        index.Verify();
        var provinces = 0;
        for (var e = 0; e < index.Count; e++) provinces += index.Entry(e).Province >= 0 ? 1 : 0;
        Assert.True(provinces > index.Count * 0.9);
    }

    private void Unchanged(byte[] before)
    {
        Assert.Equal(before, File.ReadAllBytes(_dump.Index));
        Assert.Empty(Directory.GetFiles(_dump.Folder, "*unfinished*"));
    }
}
