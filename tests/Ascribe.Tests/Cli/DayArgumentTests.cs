using Ascribe.Cli.Commands;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Tests.Cli;

public sealed class DayArgumentTests
{
    /// <summary>A Sunday.</summary>
    private static readonly LocalDate s_today = new(2024, 3, 10);

    [Theory]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("today", "2024-03-10")]
    [InlineData("Yesterday", "2024-03-09")]
    [InlineData("tuesday", "2024-03-05")]
    [InlineData("SUNDAY", "2024-03-03")]
    [InlineData("0d", "2024-03-10")]
    [InlineData("3d", "2024-03-07")]
    [InlineData("40d", "2024-01-30")]
    [InlineData("d", null)]
    [InlineData("-3d", null)]
    [InlineData("999999999d", null)]
    [InlineData("none", null)]
    [InlineData("tue", null)]
    [InlineData("", null)]
    public void Days_are_read_as_people_type_them(string typed, string? day) => Assert.Equal(day is null ? null : LocalDatePattern.Iso.Parse(day).Value, DayArgument.Parse(typed, s_today));
}
