namespace Ascribe.Dossiers.Exports;

/// <summary>An entity of FollowTheMoney while it is put together: each value with the report that it comes from.</summary>
internal sealed class FtmEntity(string id, string schema)
{
    private readonly List<(string Property, string Value, string? Report)> _values = [];

    public string Id { get; } = id;

    /// <summary>Name of a schema of the model: "Event".</summary>
    public string Schema { get; } = schema;

    /// <summary>By property in the order of first mention; a value stands once with its first report.</summary>
    public IReadOnlyList<(string Property, string Value, string? Report)> Values => _values;

    /// <summary>Adds a value; nothing where there is none.</summary>
    public FtmEntity Add(string property, string? value, string? report = null)
    {
        if (value is { Length: > 0 } && !_values.Exists(v => v.Property == property && v.Value == value)) _values.Add((property, value, report));
        return this;
    }

    public FtmEntity Add(string property, IEnumerable<string?> values, string? report = null)
    {
        foreach (var value in values) Add(property, value, report);
        return this;
    }
}
