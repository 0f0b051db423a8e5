namespace Ascribe.Records;

/// <summary>The JSON form of a record, "ascribe-record/1".</summary>
public static class RecordJson
{
}
