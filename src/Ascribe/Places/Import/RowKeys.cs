namespace Ascribe.Places.Import;

/// <summary>The hashes of the keys under which a row of a dump is found, as the built-in gazetteer keeps them.</summary>
internal sealed class RowKeys
{
    private readonly List<(ulong Hash, bool IsAlternate)> _keys = [];

    /// <summary>Each once; a name that is also an alternate one counts as the name. Valid until the next call.</summary>
    public IReadOnlyList<(ulong Hash, bool IsAlternate)> Of(DumpRow row)
    {
        _keys.Clear();
        var kind = row.Class!.Value;
        // "Orange County" is not called Orange.
        var isShortened = kind == GazetteerClass.Province || kind == GazetteerClass.District && row.Country is not "US";
        AddName(row.Name, isShortened, isAlternate: false);
        AddName(row.AsciiName, isShortened, isAlternate: false);
        foreach (var range in row.AlternateNames.Split(','))
        {
            var name = row.AlternateNames[range];
            if (GazetteerNames.IsUseful(name)) AddName(name, isShortened, isAlternate: true);
        }

        return _keys;
    }

    private void AddName(ReadOnlySpan<char> name, bool isShortened, bool isAlternate)
    {
        Span<char> buffer = stackalloc char[ToponymKey.MaxLength];
        var length = ToponymKey.Write(name, buffer);
        AddKey(buffer[..length], isAlternate);
        ReadOnlySpan<char> key = isShortened ? GazetteerNames.WithoutGenericWord(buffer[..length].ToString()) : buffer[..length];
        if (isShortened) AddKey(key, isAlternate);
        AddKey(ToponymKey.WithoutArticle(key), isAlternate);
    }

    private void AddKey(ReadOnlySpan<char> key, bool isAlternate)
    {
        if (key.Length < 2) return;
        var hash = GazetteerIndexFormat.HashOf(key);
        foreach (var (known, _) in _keys)
        {
            if (known == hash) return;
        }

        _keys.Add((hash, isAlternate));
    }
}
