namespace Ascribe.Language.Models;

/// <summary>The look of a word, as far as the models use it.</summary>
internal enum WordShape : byte
{
    Lower,
    Capitalised,
    Upper,
    Mixed,
    Number,
    NumberAndLetters,
    Symbol,
    Initial,
}

/// <summary>Tells the shape of a word.</summary>
internal static class WordShapes
{
    public static WordShape Of(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, digits = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLetter(c)) lower++;
            else if (char.IsDigit(c)) digits++;
        }

        if (upper + lower + digits == 0) return WordShape.Symbol;
        if (digits > 0) return upper + lower == 0 ? WordShape.Number : WordShape.NumberAndLetters;
        if (upper == 0) return WordShape.Lower;
        if (lower == 0) return upper == 1 ? WordShape.Initial : WordShape.Upper;
        return upper == 1 && char.IsUpper(word[0]) ? WordShape.Capitalised : WordShape.Mixed;
    }
}
