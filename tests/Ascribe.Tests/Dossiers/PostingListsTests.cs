using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Tests.Dossiers;

public sealed class PostingListsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ascribe");

    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_path) + "*")) File.Delete(file);
    }

    [Fact]
    public void The_last_sixty_of_each_key_are_found_whoever_opened_the_file_when()
    {
        const int sketches = FreshPostings.Turns + 1000;
        var random = new Random(5);
        // Some keys are in every second sketch, most in few.
        uint[] keys = [.. Enumerable.Range(0, 400).Select(_ => (uint)random.NextInt64(1L << 32))];
        var expected = keys.Distinct().ToDictionary(k => k, _ => new List<Posting>());
        using var file = LedgerFile.Open(_path, create: true, TimeSpan.FromSeconds(5), PostingLists.Schema);
        PostingLists one = new(file), other = new(file);
        file.Write(() =>
        {
            for (var sketch = 1; sketch <= sketches; sketch++)
            {
                Posting[] postings = [.. Enumerable.Range(0, 6).Select(_ => keys[random.Next(1 + random.Next(keys.Length))]).Distinct().Select(k => new Posting(k, sketch, (byte)random.Next(256), (byte)random.Next(256)))];
                foreach (var posting in postings) expected[posting.Key].Add(posting);
                // Two programs take turns, and now and then one is started anew.
                if (random.Next(50) == 0) (one, other) = (other, one);
                if (random.Next(500) == 0) one = new PostingLists(file);
                one.Find([]);
                one.Add(sketch, postings);
            }

            return 0;
        });
        foreach (var lists in (PostingLists[])[one, other, new(file)])
        {
            var found = lists.Find([.. expected.Keys]).ToLookup(p => p.Key);
            foreach (var (key, all) in expected) Assert.Equal(all.TakeLast(60), found[key].OrderBy(p => p.Sketch));
        }

        Assert.Equal(FreshPostings.Turns, file.Number("SELECT count(*) FROM posting_new"));
    }

    [Fact]
    public void Sketches_beyond_all_numbers_are_told() =>
        Assert.Throws<InvalidDataException>(() => PostingReader.Read(1, [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 1, 0x01, 1, 1], []));
}
