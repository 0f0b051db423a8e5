using Ascribe.Dossiers.Exports;

namespace Ascribe.Tests.Exports;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://harbour.example/1", true)]
    [InlineData("HTTP://harbour.example", true)]
    [InlineData("httpx://harbour.example", false)]
    [InlineData("http", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/\\\u200f", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Http_and_https_alone_may_be_followed(string? text, bool isOne) => Assert.Equal(isOne, WebAddress.TryParse(text, out _));
}
