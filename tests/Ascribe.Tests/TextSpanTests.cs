using Ascribe.Language;

namespace Ascribe.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_span_cannot_end_before_it_starts() => Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));
}
