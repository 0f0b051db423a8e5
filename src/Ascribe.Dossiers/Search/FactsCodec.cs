using System.Text;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Merging;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Search;

/// <summary>
/// Facts as bytes, a third of a kilobyte each. A text that comes again is told by its number. Of values that are only held against each other a hash is kept, and
/// whether they deny.
/// </summary>
internal static class FactsCodec
{
    /// <summary>Of this form; part of the version of what is kept.</summary>
    public const int Format = 2;

    /// <summary>How a point is kept.</summary>
    private const byte None = 0, Short = 1, Long = 2;

    /// <summary>A degree has so many of a point kept short.</summary>
    private const double Steps = 1e5;

    /// <summary>Traits of a statement.</summary>
    private const byte Counted = 1, Approximate = 2, Denying = 4;

    public static byte[] Pack(IncidentFacts facts)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        Text(facts.Beginning);
        Text(facts.Published);
        List(facts.Events, e =>
        {
            Text(e.Type);
            Day(e.Earliest);
            Day(e.Latest);
            List(e.Places, p =>
            {
                Text(p.Name);
                Text(p.Country);
                writer.Write((byte)((byte)p.Precision << 2 | (p.Coordinates is null ? None : IsShort(p.Coordinates.Value) ? Short : Long)));
                if (p.Coordinates is not { } point) return;
                if (IsShort(point))
                {
                    writer.Write((int)Math.Round(point.Latitude * Steps));
                    writer.Write((int)Math.Round(point.Longitude * Steps));
                }
                else
                {
                    writer.Write(point.Latitude);
                    writer.Write(point.Longitude);
                }
            });
            List(e.Responsibility, status => writer.Write((byte)status));
        });
        List(facts.Actors, a =>
        {
            Text(a.Id);
            Text(a.Name);
        });
        List(facts.Claims, c =>
        {
            writer.Write((byte)c.Stance);
            Text(c.Speaker);
            Text(c.Organization);
        });
        foreach (var value in LikelyValues(facts.Events)) texts.TryAdd(value, texts.Count);
        List(facts.Statements, s =>
        {
            writer.Write((byte)s.Slot);
            writer.Write((byte)((byte)s.Authority << 3 | (s.Count is null ? 0 : Counted) | (s.Count is { Approximate: true } ? Approximate : 0) | (SlotReader.Denies(s.Value) ? Denying : 0)));
            if (IsShown(s.Slot)) Text(s.Value);
            else writer.Write(TextWords.HashOf(s.Value));
            if (s.Count is not { } count) return;
            writer.Write7BitEncodedInt64((count.Min ?? -1) + 1);
            writer.Write7BitEncodedInt64((count.Max ?? -1) + 1);
        });
        writer.Flush();
        return bytes.ToArray();

        void List<T>(IReadOnlyList<T> values, Action<T> write)
        {
            writer.Write7BitEncodedInt(values.Count);
            foreach (var value in values) write(value);
        }

        // 0: none, 1: a new one follows, from 2 on: one that was there.
        void Text(string? text)
        {
            if (text is null) writer.Write7BitEncodedInt(0);
            else if (texts.TryGetValue(text, out var number)) writer.Write7BitEncodedInt(number + 2);
            else
            {
                writer.Write7BitEncodedInt(1);
                writer.Write(text);
                texts[text] = texts.Count;
            }
        }

        void Day(LocalDate? day) => writer.Write7BitEncodedInt(day is { } told ? Period.DaysBetween(LocalDate.MinIsoValue, told) + 1 : 0);
    }

    /// <exception cref="InvalidDataException">These are no bytes of facts.</exception>
    public static IncidentFacts Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            return new FactsReader(reader).Read();
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the bytes of facts are damaged", e);
        }
    }

    /// <summary>Whether summaries show the slot's values.</summary>
    private static bool IsShown(Slot slot) => slot is Slot.Type or Slot.Day or Slot.Place or Slot.Killed;

    /// <summary>What statements say that events say, too.</summary>
    private static IEnumerable<string> LikelyValues(IReadOnlyList<EventFacts> events) =>
        events.SelectMany(e => (string?[])[e.Places.Count > 0 ? e.Places[0].Value : null, e.Earliest is { } day ? LocalDatePattern.Iso.Format(day) : null]).OfType<string>();

    /// <summary>Gazetteers tell points in steps of 1/100,000 of a degree.</summary>
    private static bool IsShort(Coordinates point) => Math.Round(point.Latitude * Steps) / Steps == point.Latitude && Math.Round(point.Longitude * Steps) / Steps == point.Longitude;

    private sealed class FactsReader(BinaryReader reader)
    {
        // Values of each of these follow each other from 0.
        private static readonly int s_statuses = Enum.GetValues<ResponsibilityStatus>().Length, s_stances = Enum.GetValues<Stance>().Length, s_precisions = Enum.GetValues<PlacePrecision>().Length;

        private static readonly int s_slots = Enum.GetValues<Slot>().Length, s_authorities = Enum.GetValues<Authority>().Length;

        private readonly List<string> _texts = [];

        public IncidentFacts Read()
        {
            var (beginning, published) = (Text(), Text());
            LocalDate? day = PublicationTime.TryParse(published, out var time) ? time.Day : null;
            var events = List(() => new EventFacts(Told(), Day(), Day(), List(Place), List(() => (ResponsibilityStatus)Below(s_statuses))));
            var actors = List(() => new ActorFacts(Text(), Told()));
            var claims = List(() => new ClaimFacts((Stance)Below(s_stances), Text(), Text()));
            foreach (var value in LikelyValues(events))
            {
                if (!_texts.Contains(value)) _texts.Add(value);
            }

            return new IncidentFacts { Beginning = beginning, Published = published, Events = events, Actors = actors, Claims = claims, Statements = List(() => Statement(day)) };
        }

        private T[] List<T>(Func<T> read)
        {
            var values = new T[Math.Min(reader.Read7BitEncodedInt(), reader.BaseStream.Length)];
            for (var i = 0; i < values.Length; i++) values[i] = read();
            return values;
        }

        private int Below(int values) => Below(values, reader.ReadByte());

        private static int Below(int values, int value) => value < values ? value : throw new FormatException("a value that is none");

        private string Told() => Text() ?? throw new FormatException("a text was expected");

        private string? Text()
        {
            var number = reader.Read7BitEncodedInt();
            if (number == 0) return null;
            if (number > 1) return _texts[number - 2];
            _texts.Add(reader.ReadString());
            return _texts[^1];
        }

        private LocalDate? Day() => reader.Read7BitEncodedInt() is > 0 and var days ? LocalDate.MinIsoValue.PlusDays(days - 1) : null;

        private PlaceFacts Place()
        {
            var (name, country, traits) = (Told(), Text(), reader.ReadByte());
            return new PlaceFacts(name, country, (PlacePrecision)Below(s_precisions, traits >> 2), (traits & 3) switch
            {
                None => null,
                Short => new Coordinates(reader.ReadInt32() / Steps, reader.ReadInt32() / Steps),
                _ => new Coordinates(reader.ReadDouble(), reader.ReadDouble()),
            });
        }

        private Statement Statement(LocalDate? published)
        {
            var (slot, traits) = ((Slot)Below(s_slots), reader.ReadByte());
            var value = IsShown(slot) ? Told() : SlotReader.Kept(reader.ReadUInt32(), (traits & Denying) != 0);
            CountRange? count = (traits & Counted) == 0 ? null : new CountRange(Number(), Number(), (traits & Approximate) != 0);
            return new Statement
            {
                Slot = slot,
                Value = value,
                Count = count,
                Authority = (Authority)Below(s_authorities, traits >> 3),
                Published = published,
                Report = "",
                Origin = 0,
            };
        }

        private long? Number() => reader.Read7BitEncodedInt64() is > 0 and var number ? number - 1 : null;
    }
}
