namespace Ascribe.Lab.Muc4;

/// <summary>A filler of a slot; any of its alternatives will do.</summary>
internal sealed record KeyFiller(IReadOnlyList<KeyValue> Alternatives)
{
    public IReadOnlyList<string> Values { get; } = [.. Alternatives.Select(a => a.Value)];
}
