using System.Text;

namespace Ascribe.Tests.Lexicons;

public sealed class LexiconFilesTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(RepositoryRoot.Combine("lexicons"), "*.tsv", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_lexicon_has_examples_beside_it(string file)
    {
        var examples = RepositoryRoot.Combine(Path.ChangeExtension(file, ".examples.yaml"));
        Assert.True(File.Exists(examples), $"{examples} is missing.");
        Assert.NotEqual("", File.ReadAllText(examples).Trim());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_lexicon_has_no_row_twice(string file)
    {
        var rows = File.ReadLines(RepositoryRoot.Combine(file), new UTF8Encoding(false, throwOnInvalidBytes: true))
            .Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.Equal([], rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
