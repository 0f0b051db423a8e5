using Ascribe.Claims;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Tests.Search;

/// <summary>Facts lie in a ledger, which somebody else may have made.</summary>
public sealed class FactsCodecTests
{
    private static readonly IncidentFacts s_facts = new()
    {
        Beginning = null,
        Published = "2016-03-07",
        Events = [new EventFacts("bombing", new LocalDate(2016, 3, 7), null, [new PlaceFacts("tikrit", "IQ", PlacePrecision.Town, new Coordinates(34.5, 43.75))], [ResponsibilityStatus.Claimed])],
        Actors = [new ActorFacts(null, "Harbour Brigade")],
        Claims = [new ClaimFacts(Stance.Denies, "police", null)],
        Statements = [],
    };

    [Fact]
    public void Damaged_bytes_give_facts_that_can_be_asked_or_are_told()
    {
        var packed = FactsCodec.Pack(s_facts);
        for (var i = 0; i < packed.Length; i++)
        {
            Told(packed[..i]);
            for (var value = 0; value < 256; value++)
            {
                var damaged = (byte[])packed.Clone();
                damaged[i] = (byte)value;
                Told(damaged);
            }
        }

        static void Told(byte[] damaged)
        {
            try
            {
                // Codes name values by their names: one that has none must not get so far.
                Assert.NotNull(SearchCodes.Of(FactsCodec.Unpack(damaged)).ToList());
            }
            catch (InvalidDataException)
            {
                // Told.
            }
        }
    }
}
