namespace Ascribe.Language.Languages;

/// <summary>The script of a letter, by the blocks of the Unicode Standard (Blocks.txt).</summary>
internal static class Scripts
{
    public static readonly int Count = Enum.GetValues<Script>().Length;

    private static readonly (char First, char Last, Script Script)[] Blocks =
    [
        ('A', 'z', Script.Latin),
        ('\u00AA', '\u024F', Script.Latin),
        ('\u0250', '\u02AF', Script.Latin),
        ('\u0370', '\u03FF', Script.Greek),
        ('\u0400', '\u052F', Script.Cyrillic),
        ('\u0530', '\u058F', Script.Armenian),
        ('\u0590', '\u05FF', Script.Hebrew),
        ('\u0600', '\u06FF', Script.Arabic),
        ('\u0750', '\u077F', Script.Arabic),
        ('\u0900', '\u097F', Script.Devanagari),
        ('\u0980', '\u09FF', Script.Bengali),
        ('\u0A00', '\u0A7F', Script.Gurmukhi),
        ('\u0A80', '\u0AFF', Script.Gujarati),
        ('\u0B80', '\u0BFF', Script.Tamil),
        ('\u0C00', '\u0C7F', Script.Telugu),
        ('\u0D80', '\u0DFF', Script.Sinhala),
        ('\u0E00', '\u0E7F', Script.Thai),
        ('\u10A0', '\u10FF', Script.Georgian),
        ('\u1100', '\u11FF', Script.Hangul),
        ('\u1200', '\u139F', Script.Ethiopic),
        ('\u1E00', '\u1EFF', Script.Latin),
        ('\u1F00', '\u1FFF', Script.Greek),
        ('\u2D80', '\u2DDF', Script.Ethiopic),
        ('\u3040', '\u30FF', Script.Kana),
        ('\u3130', '\u318F', Script.Hangul),
        ('\u31F0', '\u31FF', Script.Kana),
        ('\u3400', '\u4DBF', Script.Han),
        ('\u4E00', '\u9FFF', Script.Han),
        ('\uAC00', '\uD7AF', Script.Hangul),
        ('\uF900', '\uFAFF', Script.Han),
        ('\uFB1D', '\uFB4F', Script.Hebrew),
        ('\uFB50', '\uFDFF', Script.Arabic),
        ('\uFE70', '\uFEFF', Script.Arabic),
    ];

    private static readonly Script[] OfCharacter = Fill();

    /// <summary><see cref="Script.None"/> for anything that is no letter, surrogates among them.</summary>
    public static Script Of(char c) => char.IsLetter(c) ? OfCharacter[c] : Script.None;

    private static Script[] Fill()
    {
        var scripts = new Script[char.MaxValue + 1];
        foreach (var (first, last, script) in Blocks) scripts.AsSpan(first, last - first + 1).Fill(script);
        return scripts;
    }
}
