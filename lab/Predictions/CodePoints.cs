namespace Ascribe.Lab.Predictions;

/// <summary>Converts between UTF-16 offsets (ours) and Unicode code points (of the place corpora) of one text.</summary>
internal sealed class CodePoints
{
    private readonly int[] _toPoint;
    private readonly int[] _toUnit;

    public CodePoints(string text)
    {
        _toPoint = new int[text.Length + 1];
        var units = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || !char.IsSurrogatePair(text[i - 1], text[i])) units.Add(i);
            _toPoint[i] = units.Count - 1;
        }

        _toPoint[text.Length] = units.Count;
        units.Add(text.Length);
        _toUnit = [.. units];
    }

    public int Of(int unit) => _toPoint[unit];

    public int ToUnit(int point) => _toUnit[point];
}
