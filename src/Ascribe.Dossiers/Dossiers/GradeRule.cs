using Ascribe.Claims;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>
/// The grade of a value that nobody has graded. The source goes by who states it; the information by how far others bear it out. A rule and not a judgement:
/// docs/desk.md tells it, and the word of a reviewer goes before it.
/// </summary>
internal static class GradeRule
{
    public static Grade Of(DossierSlot slot, DossierValue value) => new(Reliability(value.Statements.Max(s => s.Authority)), Credibility(slot, value));

    private static char Reliability(Authority authority) => authority switch
    {
        Authority.Analyst => 'A',
        Authority.Official => 'B',
        Authority.Source or Authority.Report => 'C',
        Authority.Involved => 'D',
        _ => 'F',
    };

    private static int Credibility(DossierSlot slot, DossierValue value)
    {
        if (value.Statements.All(s => s.Authority == Authority.Nobody)) return 6;
        var isHedged = value.Statements.All(s => s.Certainty is not (null or Certainty.Certain));
        if (slot.Agreement == Agreement.Contradicted) return isHedged && value.Origins < slot.Values.Max(v => v.Origins) ? 5 : 4;
        if (isHedged) return 4;
        return value.Origins > 1 ? 1 : value.Statements.Any(s => s.Authority >= Authority.Official) ? 2 : 3;
    }
}
