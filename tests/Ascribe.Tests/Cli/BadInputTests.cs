using System.Text;
using Ascribe.Cli;
using Ascribe.Tests.Records;

namespace Ascribe.Tests.Cli;

/// <summary>One batch with every kind of bad input among good ones, read by the real command.</summary>
public sealed class BadInputTests(BadInputTests.Batch batch) : IClassFixture<BadInputTests.Batch>
{
    private const string Good = "Gunmen killed two soldiers in an attack on a convoy near Mosul on Monday, police said.";

    [Theory]
    [InlineData("binary.txt", "belongs to no text; text in UTF-8 was expected.")]
    [InlineData("broken.txt", "is not valid UTF-8; text in UTF-8 was expected.")]
    [InlineData("cut.jsonl, line 2", "the JSON breaks off at byte 31; a complete object was expected.")]
    [InlineData("empty.jsonl", "the file is empty; one JSON object a line was expected.")]
    [InlineData("empty.txt", "the file is empty; the text of a report was expected.")]
    [InlineData("gone.txt", "cannot be read as a file or folder; does it exist, and may it be opened?")]
    [InlineData("huge.txt", "larger than 10 MB; a single report was expected (many belong into JSON Lines).")]
    [InlineData("language.txt", "the language 'xx' cannot be read yet; 'en' was expected.")]
    [InlineData("nothing.html", "there is no text in it; the text of a report was expected.")]
    [InlineData("twice.jsonl, line 2", "the id 'twin' was already used by {folder}/twice.jsonl, line 1; a unique id was expected.")]
    [InlineData("wrong.jsonl, line 1", "there is no field 'text'; the text of a report was expected in it.")]
    [InlineData("wrong.jsonl, line 2", "a JSON number; an object with a field 'text' was expected.")]
    [InlineData("wrong.jsonl, line 3", "the field 'text' holds half of a surrogate pair, which is no text.")]
    public void Each_fault_is_one_sentence_that_names_file_and_expectation(string where, string expected)
    {
        var line = Assert.Single(batch.Errors, e => e.StartsWith($"error: {batch.Folder}/{where}: ", StringComparison.Ordinal));
        Assert.EndsWith(expected.Replace("{folder}", batch.Folder, StringComparison.Ordinal), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("future.txt", "the publication date 2999-01-01 lies in the future; it is kept.")]
    [InlineData("latin1.txt", "read as Windows-1252.")]
    [InlineData("odd-date.txt", "'last Friday' is no date; an ISO day (2023-12-14) or time (2023-12-14T12:31+03:00) was expected, so the report goes without.")]
    [InlineData("undated.txt", "no publication date; days such as \"Friday\" cannot be resolved (give one with its day).")]
    public void What_is_odd_but_readable_is_a_warning(string file, string expected) =>
        Assert.Contains(batch.Errors, e => e.StartsWith($"warning: {batch.Folder}/{file}: ", StringComparison.Ordinal) && e.EndsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("after")]
    [InlineData("before")]
    [InlineData("future")]
    [InlineData("good")]
    [InlineData("inner")]
    [InlineData("latin1")]
    [InlineData("odd-date")]
    [InlineData("soup")]
    [InlineData("twin")]
    [InlineData("undated")]
    [InlineData("utf16be")]
    [InlineData("utf16le")]
    [InlineData("utf8-bom")]
    public void The_rest_of_the_batch_goes_on(string id)
    {
        var json = Assert.Single(batch.Records, r => r.StartsWith($$$"""{"format":"ascribe-record/1","report":{"id":"{{{id}}}",""", StringComparison.Ordinal));
        Assert.Empty(JsonSchema.OfRecords.Faults(json));
        Assert.Contains("Gunmen killed two soldiers", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_fit_and_the_exit_code_says_that_some_failed()
    {
        Assert.Equal(ExitCodes.SomeFailed, batch.ExitCode);
        Assert.Equal(13, batch.Records.Count);
        Assert.Equal(13, batch.Errors.Count(e => e.StartsWith("error: ", StringComparison.Ordinal)));
        Assert.All(batch.Errors, e => Assert.Matches("^(error|warning): .+[.?]$", e));
    }

    /// <summary>Writes the folder and reads it once.</summary>
    public sealed class Batch : IDisposable
    {
        public Batch()
        {
            Text("empty.txt", "");
            Text("empty.jsonl", "\n\n");
            var noise = new byte[4096];
            new Random(1).NextBytes(noise);
            Bytes("binary.txt", noise);
            using (var huge = File.Create(Path.Combine(Folder, "huge.txt"))) huge.SetLength(50 * 1024 * 1024);
            var dated = "Published: 2024-03-05\n\n" + Good;
            Bytes("utf16le.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(dated)]);
            Bytes("utf16be.txt", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(dated)]);
            Bytes("utf8-bom.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(dated)]);
            Bytes("latin1.txt", Encoding.Latin1.GetBytes(dated + " The café burned."));
            Bytes("broken.txt", [.. Encoding.UTF8.GetBytes(dated + " Überall "), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" and more")]);
            Text("undated.txt", Good);
            Text("odd-date.txt", "Published: last Friday\n\n" + Good);
            Text("future.txt", "Published: 2999-01-01\n\n" + Good);
            Text("soup.html", $"<html><p><b>{Good}</i></table><div><p>Nobody <a href=>claimed it</div></b><script>alert('x'</script>");
            Text("nothing.html", "<html><body><script>var a;</script></body></html>");
            Text("cut.jsonl", $$"""
                {"id":"before","published":"2024-03-05","text":"{{Good}}"}
                {"id":"cut","text":"Gunmen kill
                {"id":"after","published":"2024-03-05","text":"{{Good}}"}
                """);
            Text("twice.jsonl", $$"""
                {"id":"twin","published":"2024-03-05","text":"{{Good}}"}
                {"id":"twin","published":"2024-03-05","text":"{{Good}}"}
                """);
            Text("wrong.jsonl", "{\"id\":\"w\"}\n12\n{\"text\":\"\\ud800\"}\n");
            Text("language.txt", "Language: xx\nPublished: 2024-03-05\n\n" + Good);
            File.CreateSymbolicLink(Path.Combine(Folder, "gone.txt"), Path.Combine(Folder, "nowhere"));
            Directory.CreateDirectory(Path.Combine(Folder, "folder.txt"));
            Text("folder.txt/inner.txt", dated);
            Text("notes.doc", "No report: its ending is not known.");
            Text("good.txt", dated);
            var (exit, output, errors) = AscribeProcess.Run(["read", Folder, "--format", "jsonl"]);
            ExitCode = exit;
            Records = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Errors = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("ascribe-bad-").FullName;

        public int ExitCode { get; }

        public IReadOnlyList<string> Records { get; }

        public IReadOnlyList<string> Errors { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        private void Text(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

        private void Bytes(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, name), bytes);
    }
}
