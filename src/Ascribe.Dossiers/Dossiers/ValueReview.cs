using Ascribe.Dossiers.Review;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>The statements of a dossier's reports with the decisions on them: one after the other, so that a later one holds against an earlier.</summary>
internal sealed class ValueReview
{
    private readonly IReadOnlyList<DossierReport> _reports;
    private readonly List<Statement> _statements;
    private readonly HashSet<Decision> _untold = new(ReferenceEqualityComparer.Instance);

    /// <param name="reports">By publication.</param>
    public ValueReview(IReadOnlyList<DossierReport> reports)
    {
        _reports = reports;
        _statements = [.. reports.SelectMany(StatementReader.Read)];
    }

    /// <summary>What takes part in slots: by publication, then in the order of the ledger.</summary>
    public IEnumerable<Statement> Standing => _statements.Where(s => s.Judgement is Judgement.Open or Judgement.Accepted);

    /// <summary>What was rejected or replaced.</summary>
    public IEnumerable<Statement> SetAside => _statements.Where(s => s.Judgement is Judgement.Rejected or Judgement.Replaced);

    /// <summary>False for a decision that was applied and found no value to be about.</summary>
    public bool IsTold(Decision decision) => !_untold.Contains(decision);

    public void Apply(DecisionEntry entry)
    {
        if (entry.Decision is ValueDecision decision)
        {
            var told = false;
            for (var i = 0; i < _statements.Count; i++)
            {
                if (!decision.Value.Fits(_statements[i])) continue;
                _statements[i] = decision switch
                {
                    GradeDecision => _statements[i] with { Graded = entry },
                    AcceptDecision => _statements[i] with { Judgement = Judgement.Accepted, Decision = entry },
                    RejectDecision => _statements[i] with { Judgement = Judgement.Rejected, Decision = entry },
                    _ => _statements[i] with { Judgement = Judgement.Replaced, Decision = entry },
                };
                told = true;
            }

            if (!told) _untold.Add(decision);
        }

        // An analyst's word has its own ground and stands, whatever becomes of what it replaced.
        if (entry.Decision is EditDecision edit) Add(entry, edit.Mention, edit.To);
        else if (entry.Decision is AddDecision add) Add(entry, add.Mention, add.Value);
    }

    private void Add(DecisionEntry entry, MentionKey mention, WrittenValue written)
    {
        var source = written.Source is { } span ? _reports.FirstOrDefault(r => r.Mention.Report == span.Report) : null;
        var published = source is null ? DayOf(entry.Decision.Signed.At) : source.Record.Report.Published?.Day;
        var statement = new Statement
        {
            Slot = written.Slot,
            Value = written.Value,
            Count = StatementReader.IsCount(written.Slot) && StatedNumber.TryParse(written.Value, out var count) ? count : null,
            Report = written.Source?.Report ?? mention.Report,
            // Without words of a report of the dossier it is a source of its own.
            Origin = source?.Origin ?? _reports.Count + (int)entry.Sequence,
            Published = published,
            Speaker = entry.Decision.Signed.By ?? "an analyst",
            Authority = Authority.Analyst,
            Quote = written.Source?.Quote,
            Judgement = Judgement.Accepted,
            Decision = entry,
        };
        var place = _statements.FindIndex(s => s.Published > published);
        _statements.Insert(place < 0 ? _statements.Count : place, statement);
    }

    private static LocalDate? DayOf(string time) => time.Length >= 10 && LocalDatePattern.Iso.Parse(time[..10]) is { Success: true } day ? day.Value : null;
}
