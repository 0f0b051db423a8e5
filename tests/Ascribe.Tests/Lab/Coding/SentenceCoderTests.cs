using Ascribe.Lab.Coding;
using Ascribe.Reports;
using Ascribe.Tests.Lexicons;

namespace Ascribe.Tests.Lab.Coding;

public sealed class SentenceCoderTests
{
    private static readonly SentenceCoder s_coder = SentenceCoder.Load("en");

    [Fact]
    public void Words_tell_roots() => ExamplesFile.Load("plover-words").Check("codes", r =>
    {
        var coded = s_coder.Code(r);
        return [(r.Mentions.Document[coded.Token].ToString(), PloverScheme.RootOf(coded.Code))];
    });

    [Theory]
    [InlineData("Togo lifted the curfew in the north.", "CONCEDE")]
    [InlineData("Togo will not lift the curfew in the north, a minister said.", "REJECT")]
    [InlineData("Togo agreed to lift the curfew in the north.", "AGREE")]
    [InlineData("Benin demanded that Togo lift the curfew in the north.", "REQUEST")]
    [InlineData("Togo threatened to impose a curfew in the north.", "THREATEN")]
    [InlineData("Togo imposed a curfew in the north.", "COERCE:curfew")]
    [InlineData("The harvest was good.", "STATEMENT")]
    [InlineData("", "STATEMENT")]
    public void Operators_follow_the_parse(string text, string code) =>
        Assert.Equal(code, s_coder.Code(SharedReader.Instance.ReadLayers(new Report { Id = "example", Text = text })).Code);
}
