using System.Text;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Quantities;
using NodaTime;

namespace Ascribe.Dossiers.Search;

/// <summary>Facts as bytes, a quarter of a kilobyte each. A text that comes again is told by its number.</summary>
internal static class FactsCodec
{
    /// <summary>Of this form; part of the version of what is kept.</summary>
    public const int Format = 1;

    public static byte[] Pack(IncidentFacts facts)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        Text(facts.Title);
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
                writer.Write((byte)((byte)p.Precision << 1 | (p.Coordinates is null ? 0 : 1)));
                if (p.Coordinates is not { } point) return;
                writer.Write(point.Latitude);
                writer.Write(point.Longitude);
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
        List(facts.Statements, s =>
        {
            writer.Write((byte)s.Slot);
            writer.Write((byte)((byte)s.Authority << 2 | (s.Count is null ? 0 : 1) | (s.Count is { Approximate: true } ? 2 : 0)));
            Text(s.Value);
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
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the bytes of facts are damaged", e);
        }
    }

    private sealed class FactsReader(BinaryReader reader)
    {
        private readonly List<string> _texts = [];

        public IncidentFacts Read()
        {
            var (title, published) = (Told(), Text());
            return new IncidentFacts
            {
                Title = title,
                Published = published,
                Events = List(() => new EventFacts(Told(), Day(), Day(), List(Place), List(() => (ResponsibilityStatus)reader.ReadByte()))),
                Actors = List(() => new ActorFacts(Text(), Told())),
                Claims = List(() => new ClaimFacts((Stance)reader.ReadByte(), Text(), Text())),
                Statements = List(() => Statement(published)),
            };
        }

        private T[] List<T>(Func<T> read)
        {
            var values = new T[Math.Min(reader.Read7BitEncodedInt(), reader.BaseStream.Length)];
            for (var i = 0; i < values.Length; i++) values[i] = read();
            return values;
        }

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
            return new PlaceFacts(name, country, (PlacePrecision)(traits >> 1), (traits & 1) == 0 ? null : new Coordinates(reader.ReadDouble(), reader.ReadDouble()));
        }

        private Statement Statement(string? published)
        {
            var (slot, traits, value) = ((Slot)reader.ReadByte(), reader.ReadByte(), Told());
            CountRange? count = (traits & 1) == 0 ? null : new CountRange(Number(), Number(), (traits & 2) != 0);
            return new Statement
            {
                Slot = slot,
                Value = value,
                Count = count,
                Authority = (Authority)(traits >> 2),
                Published = published is not null && Reports.PublicationTime.TryParse(published, out var time) ? time.Day : null,
                Report = "",
                Origin = 0,
            };
        }

        private long? Number() => reader.Read7BitEncodedInt64() is > 0 and var number ? number - 1 : null;
    }
}
