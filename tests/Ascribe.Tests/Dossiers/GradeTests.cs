using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Tests.Dossiers;

public sealed class GradeTests
{
    [Fact]
    public void The_rule_goes_by_who_says_it_and_who_bears_it_out()
    {
        var (one, two) = (Value(Says(Authority.Official)), Value(Says(Authority.Official), Says(Authority.Report, origin: 1)));
        var hedged = Value(Says(Authority.Official, Certainty.Hedged));
        Assert.Equal("B1", GradeIn(Agreement.Agreed, two));
        Assert.Equal("B2", GradeIn(Agreement.Single, one));
        Assert.Equal("C3", GradeIn(Agreement.Single, Value(Says(Authority.Report))));
        Assert.Equal("D3", GradeIn(Agreement.Single, Value(Says(Authority.Involved))));
        Assert.Equal("A2", GradeIn(Agreement.Single, Value(Says(Authority.Analyst))));
        Assert.Equal("B4", GradeIn(Agreement.Single, hedged));
        Assert.Equal("B4", GradeIn(Agreement.Contradicted, one, two));
        Assert.Equal("B5", GradeIn(Agreement.Contradicted, hedged, two));
        Assert.Equal("F6", GradeIn(Agreement.Single, Value(Says(Authority.Nobody))));
    }

    [Theory]
    [InlineData("b2", "B2")]
    [InlineData("F6", "F6")]
    [InlineData("G1", null)]
    [InlineData("A0", null)]
    [InlineData("A7", null)]
    [InlineData("A", null)]
    [InlineData("2B", null)]
    [InlineData("A11", null)]
    [InlineData(null, null)]
    public void A_grade_is_a_letter_and_a_digit(string? text, string? grade)
    {
        Assert.Equal(grade is not null, Grade.TryParse(text, out var read));
        if (grade is not null) Assert.Equal(grade, read.ToString());
    }

    private static string GradeIn(Agreement agreement, params DossierValue[] values) =>
        values[0].GradeIn(new DossierSlot(Slot.Killed, agreement, values, values[0].Statements[0], null, null, [])).ToString();

    private static DossierValue Value(params Statement[] statements) => new("12", statements);

    private static Statement Says(Authority authority, Certainty certainty = Certainty.Certain, int origin = 0) =>
        new() { Slot = Slot.Killed, Value = "12", Report = "r", Origin = origin, Authority = authority, Certainty = certainty };
}
