using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Ledger;

/// <summary>A report as it came in, and what was read out of it.</summary>
public sealed record ReportReading(Report Report, Record Record);
