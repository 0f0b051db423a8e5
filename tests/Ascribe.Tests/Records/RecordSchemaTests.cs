using System.Text.Json;
using System.Text.Json.Nodes;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Tests.Records;

/// <summary>The published schema says what the types say and what records hold.</summary>
public sealed class RecordSchemaTests
{
    [Theory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public void The_records_of_the_samples_fit_the_schema(string sample) => Assert.Empty(JsonSchema.OfRecords.Faults(RecordJson.Write(SampleTests.Read(sample))));

    [Fact]
    public void Every_enumeration_of_the_schema_is_that_of_the_type()
    {
        var definitions = new Dictionary<string, IEnumerable<string>>
        {
            ["event_type"] = EventTypes.Load().All.Select(t => t.Name),
            ["event_status"] = EnumNames<EventStatus>.All,
            ["time_precision"] = EnumNames<TimePrecision>.All,
            ["part_of_day"] = EnumNames<PartOfDay>.All,
            ["place_precision"] = EnumNames<PlacePrecision>.All,
            ["place_relation"] = EnumNames<PlaceRelation>.All,
            ["target_effect"] = EnumNames<TargetEffect>.All,
            ["perpetrator_basis"] = EnumNames<PerpetratorBasis>.All,
            ["victim_effect"] = EnumNames<VictimEffect>.All,
            ["responsibility_status"] = EnumNames<ResponsibilityStatus>.All,
            ["voice"] = EnumNames<Voice>.All,
            ["quotation_form"] = EnumNames<QuotationForm>.All,
            ["stance"] = EnumNames<Stance>.All,
            ["certainty"] = EnumNames<Certainty>.All,
            ["polarity"] = EnumNames<Polarity>.All,
            ["actor_kind"] = EnumNames<ActorKind>.All,
            ["relation_kind"] = EnumNames<RelationKind>.All,
            ["tally_kind"] = EnumNames<TallyKind>.All,
        };
        foreach (var definition in JsonSchema.OfRecords.Root.GetProperty("$defs").EnumerateObject())
        {
            if (!definition.Value.TryGetProperty("enum", out var values)) continue;
            Assert.True(definitions.Remove(definition.Name, out var names), $"{definition.Name}: no type is known for this enumeration of the schema.");
            Assert.Equal(names.Order(StringComparer.Ordinal), values.EnumerateArray().Select(v => v.GetString()!).Order(StringComparer.Ordinal));
        }

        Assert.Empty(definitions);
    }

    /// <summary>Every field of the schema is written: none is required that no record has, none is listed in vain.</summary>
    [Fact]
    public void Every_field_of_the_schema_occurs_in_a_record()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in SampleTests.Samples) Collect(JsonNode.Parse(RecordJson.Write(SampleTests.Read(sample))), written);
        // No sample names a person of the lexicon without a role.
        Assert.True(PublicationTime.TryParse("2005-03-01", out var day));
        var office = new Report { Id = "office", Text = "Donald Rumsfeld flew to the base.", Published = day };
        Collect(JsonNode.Parse(RecordJson.Write(SharedReader.Instance.Read(office))), written);
        var described = new HashSet<string>(StringComparer.Ordinal);
        Describe(JsonSchema.OfRecords.Root, described);
        Assert.Empty(described.Except(written));
    }

    [Theory]
    [InlineData("""{"format":"ascribe-record/2"}""", "const")]
    [InlineData("""{"format":"ascribe-record/1","report":{"id":""}}""", "minLength")]
    [InlineData("""{"format":"ascribe-record/1","reader":{"version":1}}""", "type")]
    [InlineData("""{"format":"ascribe-record/1","mood":"grim"}""", "does not describe")]
    public void What_does_not_fit_is_found(string json, string expected) =>
        Assert.Contains(JsonSchema.OfRecords.Faults(json), f => f.Contains(expected, StringComparison.Ordinal));

    private static void Collect(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                names.Add(name);
                Collect(value, names);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list) Collect(item, names);
        }
    }

    private static void Describe(JsonElement schema, HashSet<string> names)
    {
        if (schema.ValueKind == JsonValueKind.Object)
        {
            foreach (var rule in schema.EnumerateObject())
            {
                if (rule.Name == "properties") names.UnionWith(rule.Value.EnumerateObject().Select(p => p.Name));
                Describe(rule.Value, names);
            }
        }
        else if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in schema.EnumerateArray()) Describe(item, names);
        }
    }
}
