using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class ClassRatesTests
{
    private const uint Often = 11;
    private const uint Once = 12;
    private const uint Never = 13;

    private static ClassRates Counted()
    {
        var rates = new ClassRates(classes: 2, doubt: 4, prior: 0.25f);
        for (var i = 0; i < 16; i++) rates.Add(Often, i < 12 ? 1 : 0);
        rates.Add(Once, 1);
        return rates;
    }

    [Fact]
    public void What_was_seen_once_tells_less_than_what_was_seen_often()
    {
        var rates = Counted();
        Assert.Equal((12 + 1) / 20f, rates.Of(Often, 1), 1e-6f);
        Assert.Equal((1 + 1) / 5f, rates.Of(Once, 1), 1e-6f);
        Assert.Equal(0.25f, rates.Of(Never, 1));
        Assert.Equal((16, 0), ((int)rates.Count(Often), (int)rates.Count(Never)));
    }

    [Fact]
    public void Names_of_one_class_alone_can_be_forgotten()
    {
        var rates = Counted();
        rates.Forget(1);
        Assert.Equal(0, rates.Count(Once));
        Assert.Equal(16, rates.Count(Often));
    }

    [Fact]
    public void Written_and_read_they_are_the_same()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        Counted().Write(writer);
        file.Position = 0;
        using var reader = new BinaryReader(file);
        var read = new ClassRates(2, 4, 0.25f).Read(reader);
        foreach (var name in new[] { Often, Once, Never }) Assert.Equal(Counted().Of(name, 1), read.Of(name, 1));
    }
}
