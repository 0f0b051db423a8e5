using System.Diagnostics.CodeAnalysis;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>
/// How far a value is to be believed, on the two scales of the Admiralty system (NATO AJP-2.1): the source from A (reliable) to E (unreliable), F: cannot be judged;
/// the information from 1 (confirmed by other sources) over 2 (probably true), 3 (possibly true), 4 (doubtful) to 5 (improbable), 6: cannot be judged.
/// </summary>
public readonly record struct Grade
{
    /// <exception cref="ArgumentOutOfRangeException">One of them is not on its scale.</exception>
    public Grade(char reliability, int credibility)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reliability, 'A');
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reliability, 'F');
        ArgumentOutOfRangeException.ThrowIfLessThan(credibility, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(credibility, 6);
        (Reliability, Credibility) = (reliability, credibility);
    }

    /// <summary>Of the source, 'A' to 'F'.</summary>
    public char Reliability { get; }

    /// <summary>Of the information, 1 to 6.</summary>
    public int Credibility { get; }

    /// <summary>Reads "B2", in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Grade grade)
    {
        grade = default;
        if (text is not [var letter, >= '1' and <= '6' and var digit] || char.ToUpperInvariant(letter) is not (>= 'A' and <= 'F' and var reliability)) return false;
        grade = new Grade(reliability, digit - '0');
        return true;
    }

    public override string ToString() => $"{Reliability}{Credibility}";
}
