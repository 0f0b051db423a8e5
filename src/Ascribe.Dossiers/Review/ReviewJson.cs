using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>What reviewers made of a dossier, as fields of its JSON form.</summary>
public static class ReviewJson
{
    /// <summary>State, assignment, marking, what was set aside, and the decisions.</summary>
    public static void WriteFields(Utf8JsonWriter json, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(dossier);
        json.WriteString("state", RecordJson.NameOf(dossier.State));
        json.WriteString("assigned_to", dossier.AssignedTo);
        json.WriteString("marking", TlpLabel.Of(dossier.Marking));
        json.WriteStartArray("set_aside");
        foreach (var statement in dossier.SetAside)
        {
            json.WriteStartObject();
            json.WriteString("slot", RecordJson.NameOf(statement.Slot));
            json.WriteString("value", statement.Value);
            json.WriteString("report", statement.Report);
            json.WriteString("speaker", statement.Speaker);
            json.WriteString("text", statement.Quote?.Text);
            WriteFields(json, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("decisions");
        foreach (var (entry, told) in dossier.Decisions)
        {
            json.WriteStartObject();
            WriteFields(json, entry);
            json.WriteBoolean("told", told);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What was decided of a statement: nothing where nobody has.</summary>
    public static void WriteFields(Utf8JsonWriter json, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.Judgement == Judgement.Open) return;
        json.WriteString("judgement", RecordJson.NameOf(statement.Judgement));
        if (statement.Decision is { } entry) json.WriteNumber("decision", entry.Sequence);
    }

    /// <summary>The number of a decision and what it says.</summary>
    public static void WriteFields(Utf8JsonWriter json, DecisionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entry);
        json.WriteNumber("number", entry.Sequence);
        DecisionJson.WriteFields(json, entry.Decision);
    }
}
