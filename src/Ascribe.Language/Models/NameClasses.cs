namespace Ascribe.Language.Models;

/// <summary>The classes of words that make names: outside, then begin, inside, last and unit (BILOU) of each <see cref="NameKind"/>.</summary>
internal static class NameClasses
{
    public const int Kinds = 9;
    public const int Count = 1 + 4 * Kinds;
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    public static int Of(int kind, int part) => 1 + 4 * kind + part;

    /// <summary>Begin, inside, last or unit; -1 for outside.</summary>
    public static int Part(int name) => name == Outside ? -1 : (name - 1) % 4;

    public static int Kind(int name) => (name - 1) / 4;
}
