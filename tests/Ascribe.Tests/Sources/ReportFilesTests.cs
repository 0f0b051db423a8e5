using System.Text;
using Ascribe.Sources;
using NodaTime;

namespace Ascribe.Tests.Sources;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Header_lines_give_the_fields_and_end_at_the_empty_line()
    {
        var report = One("a.txt", "Title: Two rockets hit airport\nOutlet: The Daily Harbour\nPublished: 2024-03-05T10:15+03:00\nUrl: https://example.org/1\nCredits: Wire; Ana Costa\n\nTwo rockets hit the airport.\n\nNobody was hurt.\n").Report!;
        Assert.Equal("a", report.Id);
        Assert.Equal("Two rockets hit airport", report.Title);
        Assert.Equal("The Daily Harbour", report.Outlet);
        Assert.Equal(new LocalDate(2024, 3, 5), report.Published!.Value.Day);
        Assert.Equal("https://example.org/1", report.Url);
        Assert.Equal(["Wire", "Ana Costa"], report.Credits);
        Assert.Equal("Two rockets hit the airport.\n\nNobody was hurt.", report.Text);
    }

    [Fact]
    public void A_short_first_line_before_an_empty_one_is_the_title()
    {
        var report = One("b.txt", "Two rockets hit airport\n\nTwo rockets hit the airport.").Report!;
        Assert.Equal("Two rockets hit airport", report.Title);
        Assert.Equal("Two rockets hit the airport.", report.Text);
    }

    [Fact]
    public void A_first_sentence_is_no_title()
    {
        var report = One("c.txt", "Two rockets hit the airport.\n\nNobody was hurt.").Report!;
        Assert.Null(report.Title);
        Assert.StartsWith("Two rockets", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_begins_like_a_header_but_goes_on_as_text_is_kept_whole()
    {
        var report = One("d.txt", "Source: a villager\nsaid that two men came.").Report!;
        Assert.Equal("Source: a villager\nsaid that two men came.", report.Text);
        Assert.Null(report.Outlet);
    }

    [Fact]
    public void Markdown_gives_front_matter_and_plain_paragraphs()
    {
        var report = One("e.md", "---\ntitle: Market bombed\noutlet: Harbour\npublished: 2024-03-05\n---\n\nA **bomb** went off in the [market](https://example.org).\nIt was noon.\n\n## Toll\n\n- two killed\n- five hurt\n\n![photo](x.png)\n").Report!;
        Assert.Equal("Market bombed", report.Title);
        Assert.Equal("Harbour", report.Outlet);
        Assert.Equal("A bomb went off in the market. It was noon.\n\nToll\n\ntwo killed\n\nfive hurt", report.Text);
    }

    [Fact]
    public void The_first_heading_of_markdown_is_its_title() => Assert.Equal("Market bombed", One("f.md", "# Market *bombed*\n\nA bomb went off.").Report!.Title);

    [Fact]
    public void Broken_front_matter_is_a_warning()
    {
        var outcome = One("g.md", "---\ntitle: [a\n---\n\nA bomb went off.");
        Assert.Equal("A bomb went off.", outcome.Report!.Text);
        Assert.Contains(outcome.Warnings, w => w.Contains("front matter", StringComparison.Ordinal));
    }

    [Fact]
    public void Front_matter_gives_texts_and_lists_of_texts_and_nothing_deeper()
    {
        var report = One("g2.md", "---\ncredits: [Wire, [deep], {x: y}, Ana Costa]\n? [a, b]\n: c\noutlet: {name: Harbour}\n---\n\nA bomb went off.").Report!;
        Assert.Equal(["Wire", "Ana Costa"], report.Credits);
        Assert.Null(report.Outlet);
    }

    [Fact]
    public void Front_matter_that_repeats_itself_is_not_spelt_out()
    {
        // Each line stands for nine times the one before: written out, the last would fill all memory.
        var lines = string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Empty(One("g3.md", $"---\na0: &a0 [x, y]\n{lines}credits: *a12\n---\n\nA bomb went off.").Report!.Credits);
    }

    [Theory]
    [InlineData(": d\n \n: [1\nu\n")]
    [InlineData("a: [[[[")]
    [InlineData(": \"\"\n: r\n \n: {}*u")]
    [InlineData("title: \"half \\ud83d one\"")]
    public void Front_matter_that_the_scanner_cannot_tell_is_left_out(string yaml) =>
        Assert.Contains("front matter", One("g5.md", $"---\n{yaml}\n---\n\nA bomb went off.").Warnings[0], StringComparison.Ordinal);

    [Fact]
    public void Front_matter_of_brackets_alone_is_left_out_at_once() =>
        Assert.Contains("brackets", One("g6.md", $"---\na: {new string('[', 1_000_000)}\n---\n\nA bomb went off.").Warnings[0], StringComparison.Ordinal);

    [Fact]
    public void Text_that_stands_in_the_body_itself_is_read() =>
        Assert.Equal("A bomb went off near the river port on Tuesday.", One("h2.html", "<html><body>A bomb went off near the river port on Tuesday.</body></html>").Report!.Text);

    [Fact]
    public void A_page_of_a_hundred_thousand_neighbours_takes_no_longer_for_each()
    {
        var report = One("h3.html", $"<html lang='e\U0001F600'><body><div>A bomb went off near the river port on Tuesday.{string.Concat(Enumerable.Repeat("<br>x", 100_000))}</div></body></html>").Report!;
        Assert.Equal(("en", 100_001), (report.Language, report.Text.Split('\n').Length));
    }

    [Fact]
    public void A_field_whose_name_is_half_a_character_is_told() =>
        Assert.Contains("half of a surrogate pair", One("g4.jsonl", """{"\ud800":1,"text":"A bomb went off."}""").Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_gives_its_story_and_not_its_furniture()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("A bomb went off near the river port on Tuesday and hurt two guards.", 4));
        var report = One("h.html", $$"""
            <html lang="en-GB"><head><title>Port bombed | Harbour</title><meta property="og:site_name" content="Harbour">
            <meta property="article:published_time" content="2024-03-05T10:15:00+0300"><script>var x = "no story";</script></head>
            <body><nav><a href="/">Home</a> <a href="/w">World</a></nav><div class="page"><h1>Port bombed</h1><div class="story"><p>{{paragraph}}</p>
            <div class="ad">Buy!</div><p>{{paragraph}} Two <b>sol</b>diers said&nbsp;so.</p><ul><li><a href="/2">Another story about something else</a></li></ul></div></div>
            <footer>Copyright Harbour</footer></body></html>
            """).Report!;
        Assert.Equal("Port bombed", report.Title);
        Assert.Equal("Harbour", report.Outlet);
        Assert.Equal("2024-03-05T10:15:00+03", report.Published.ToString());
        Assert.Equal("en", report.Language);
        Assert.StartsWith(paragraph, report.Text, StringComparison.Ordinal);
        Assert.EndsWith("Two soldiers said so.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another story", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no story", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_gives_date_author_and_outlet()
    {
        var report = One("i.html", """
            <html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Port bombed","datePublished":"2024-03-05","author":[{"name":"Ana Costa"}],"publisher":{"name":"Harbour"}}]}</script></head>
            <body><article><p>A bomb went off near the river port on Tuesday and hurt two guards.</p></article></body></html>
            """).Report!;
        Assert.Equal("Port bombed", report.Title);
        Assert.Equal("2024-03-05", report.Published.ToString());
        Assert.Equal(["Ana Costa"], report.Credits);
        Assert.Equal("Harbour", report.Outlet);
    }

    [Fact]
    public void Deep_tag_soup_is_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div><b><p>", 2_000)) + "A bomb went off near the river port on Tuesday.";
        Assert.Contains("A bomb went off", One("j.html", html).Report!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_line_of_json_is_an_error_and_the_others_go_on()
    {
        var outcomes = All("k.jsonl", "{\"id\":\"1\",\"text\":\"One.\",\"date\":\"2024-03-05\"}\n{\"id\":\"2\",\"text\":\"Tw\n\n{\"id\":\"3\",\"text\":\"Three.\"}\n{\"id\":\"4\"}\n[1]\n");
        Assert.Equal(["1", null, "3", null, null], outcomes.Select(o => o.Report?.Id));
        Assert.Equal(2, outcomes[1].Error!.Line);
        Assert.Contains("breaks off", outcomes[1].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("'text'", outcomes[3].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(4, outcomes[2].Line);
        Assert.Equal(new FileInfo(Path.Combine(_folder, "k.jsonl")).Length, outcomes.Sum(o => o.Bytes) + 1);
    }

    [Fact]
    public void Json_lines_without_ids_are_named_after_file_and_line() =>
        Assert.Equal(["l-1", "l-2"], All("l.jsonl", "{\"text\":\"One.\"}\r\n{\"text\":\"Two.\"}").Select(o => o.Report?.Id));

    [Fact]
    public void An_id_used_twice_names_the_first_use()
    {
        var outcomes = All("m.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"1\",\"text\":\"Two.\"}");
        Assert.Contains("m.jsonl, line 1", outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\n ", "no text")]
    [InlineData("PK\u0003\u0004\0\0\0\0", "offset 4")]
    public void A_file_without_text_is_an_error(string content, string expected) =>
        Assert.Contains(expected, One("n.txt", content).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Broken_utf8_names_the_first_bad_byte()
    {
        byte[] bytes = [.. "Bogotá is quiet. "u8, 0xE1, .. " Then not."u8];
        Assert.Contains("byte 0xE1 at offset 18", Bytes("o.txt", bytes).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Western_one_byte_text_is_read_with_a_warning()
    {
        var outcome = Bytes("p.txt", [.. "Bogot"u8, 0xE1, .. " was quiet, he said "u8, 0x93, .. "today"u8, 0x94, (byte)'.']);
        Assert.Equal("Bogotá was quiet, he said “today”.", outcome.Report!.Text);
        Assert.Contains(outcome.Warnings, w => w.Contains("Windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_with_a_byte_order_mark_is_read()
    {
        Assert.Equal("Bogotá.", Bytes("q.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Bogotá.")]).Report!.Text);
        Assert.Equal("Bogotá.", Bytes("r.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("Bogotá.")]).Report!.Text);
        Assert.Equal("Bogotá.", Bytes("s.txt", [.. Encoding.UTF8.GetPreamble(), .. "Bogotá."u8]).Report!.Text);
        Assert.Equal("Bogotá.", Bytes("t.jsonl", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"text\":\"Bogotá.\"}")]).Report!.Text);
    }

    [Fact]
    public void A_file_that_is_too_large_is_an_error() =>
        Assert.Contains("larger than 10 MB", Bytes("u.txt", new byte[ReportFiles.LargestReport + 1]).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_an_error_and_the_batch_goes_on()
    {
        File.WriteAllText(Path.Combine(_folder, "v.txt"), "Quiet.");
        var outcomes = ReportFiles.Open([Path.Combine(_folder, "missing.txt"), Path.Combine(_folder, "v.txt")]).ToList();
        Assert.Contains("missing.txt", outcomes[0].Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal("v", outcomes[1].Report!.Id);
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_names_and_what_cannot_be_opened_is_an_error()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "sub", "c.txt"), "Three.");
        File.WriteAllText(Path.Combine(_folder, "b.md"), "Two.");
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "One.");
        File.WriteAllText(Path.Combine(_folder, "notes.xyz"), "Not a report.");
        File.CreateSymbolicLink(Path.Combine(_folder, "broken.txt"), Path.Combine(_folder, "nowhere"));
        var outcomes = ReportFiles.Open(_folder).ToList();
        Assert.Equal(["a", "b", null, "c"], outcomes.Select(o => o.Report?.Id));
        Assert.Equal(outcomes.Sum(o => o.Bytes), ReportFiles.TotalBytes([_folder]));
    }

    [Fact]
    public void Standard_input_is_recognised_by_its_content()
    {
        var report = ReportFiles.Open("-", null, new MemoryStream("Quiet."u8.ToArray())).Single().Report!;
        Assert.Equal(12, report.Id.Length);
        Assert.Equal("7", ReportFiles.Open("-", null, new MemoryStream("{\"id\":\"7\",\"text\":\"Quiet.\"}\n"u8.ToArray())).Single().Report!.Id);
        Assert.Equal("A", ReportFiles.Open("-", null, new MemoryStream("<!DOCTYPE html><title>A</title><p>Quiet night in the port.</p>"u8.ToArray())).Single().Report!.Title);
    }

    [Fact]
    public void Defaults_fill_what_a_file_does_not_say()
    {
        File.WriteAllText(Path.Combine(_folder, "w.txt"), "Outlet: Harbour\n\nQuiet.");
        var defaults = new ReportDefaults { Outlet = "Other", Title = "Night", Published = Ascribe.Reports.PublicationTime.On(new LocalDate(2024, 3, 5)) };
        var report = ReportFiles.Open(Path.Combine(_folder, "w.txt"), defaults).Single().Report!;
        Assert.Equal(("Harbour", "Night", "2024-03-05"), (report.Outlet, report.Title, report.Published.ToString()));
    }

    [Theory]
    [InlineData("", "es")]
    [InlineData("Language: en\n\n", "en")]
    public void The_language_is_told_where_the_file_does_not_say_it(string header, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "l.txt"), header + "Dos soldados resultaron heridos cuando una bomba estalló junto a la carretera, dijo el ministerio.");
        Assert.Equal(expected, ReportFiles.Open(Path.Combine(_folder, "l.txt")).Single().Report!.Language);
    }

    [Fact]
    public void A_text_too_short_to_tell_is_English()
    {
        File.WriteAllText(Path.Combine(_folder, "s.txt"), "Marta Okello, Villa Serena.");
        Assert.Equal("en", ReportFiles.Open(Path.Combine(_folder, "s.txt")).Single().Report!.Language);
    }

    [Theory]
    [InlineData("", "no publication date")]
    [InlineData("Published: yesterday\n\n", "'yesterday' is no date")]
    [InlineData("Published: 2031-01-01\n\n", "lies in the future")]
    public void An_odd_date_is_a_warning(string header, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "x.txt"), header + "Quiet.");
        var outcome = ReportFiles.Open(Path.Combine(_folder, "x.txt"), new ReportDefaults { Today = new LocalDate(2024, 3, 5) }).Single();
        Assert.NotNull(outcome.Report);
        Assert.Contains(outcome.Warnings, w => w.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_lines_are_read_lazily()
    {
        using var endless = new EndlessLines();
        Assert.Equal(1000, ReportFiles.Open("-", null, endless).Take(1000).Count(o => o.Report is not null));
        Assert.True(endless.Given < 1 << 20);
    }

    [Fact]
    public void A_line_that_is_too_long_is_an_error_and_the_next_is_read()
    {
        var path = Path.Combine(_folder, "y.jsonl");
        using (var file = File.Create(path))
        {
            file.Write("{\"text\":\""u8);
            var part = new byte[1 << 20];
            Array.Fill(part, (byte)'a');
            for (var i = 0; i < 51; i++) file.Write(part);
            file.Write("\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"u8);
        }

        var outcomes = ReportFiles.Open(path).ToList();
        Assert.Equal(1, outcomes[0].Error!.Line);
        Assert.Equal(("2", 2), (outcomes[1].Report!.Id, outcomes[1].Line));
        Assert.Equal(new FileInfo(path).Length, outcomes.Sum(o => o.Bytes));
    }

    private ReadOutcome One(string name, string content) => Assert.Single(All(name, content));

    private List<ReadOutcome> All(string name, string content)
    {
        File.WriteAllText(Path.Combine(_folder, name), content);
        return [.. ReportFiles.Open(Path.Combine(_folder, name))];
    }

    private ReadOutcome Bytes(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), content);
        return ReportFiles.Open(Path.Combine(_folder, name)).Single();
    }

    private sealed class EndlessLines : MemoryStream
    {
        private byte[] _line = [];
        private int _next;
        private int _position;

        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_position == _line.Length)
            {
                _line = Encoding.UTF8.GetBytes($"{{\"id\":\"{_next++}\",\"text\":\"Quiet.\"}}\n");
                _position = 0;
            }

            var length = Math.Min(buffer.Length, _line.Length - _position);
            _line.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            Given += length;
            return length;
        }
    }
}
