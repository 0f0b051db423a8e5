using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>When an event happened and the words that say so.</summary>
public sealed record EventTime(TimeInterval Interval, IReadOnlyList<Quote> Spans);
