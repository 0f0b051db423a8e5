using Ascribe.Reports;

namespace Ascribe.Dossiers.Exports;

/// <summary>Numbers the quotes of a printed dossier, 1, 2 …, in the order in which they are first referred to.</summary>
internal sealed class QuoteNumbers
{
    private readonly Dictionary<(string Report, Quote Quote), int> _numbers = [];
    private readonly List<(string Report, Quote Quote)> _quotes = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<(string Report, Quote Quote)> All => _quotes;

    public int Of(string report, Quote quote)
    {
        if (_numbers.TryGetValue((report, quote), out var number)) return number;
        _quotes.Add((report, quote));
        return _numbers[(report, quote)] = _quotes.Count;
    }
}
