using System.Text;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>Sketches as bytes, some one and a half kilobytes each. Weights of words lose what steps of 1/255 lose, rarities of names what steps of 1/8 lose.</summary>
internal static class SketchCodec
{
    /// <summary>Of this form; part of the version of what is kept.</summary>
    public const int Format = 3;

    /// <summary>Rarities of names lie in 0..31 and are kept in so many steps.</summary>
    private const float RaritySteps = 8;

    public static byte[] Pack(IncidentSketch sketch)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(sketch.Report);
        writer.Write7BitEncodedInt(sketch.Number);
        writer.Write(sketch.Outlet ?? "");
        Write(writer, sketch.Published);
        Write(writer, sketch.Events, writer.Write);
        sketch.Whole.Write(writer, []);
        sketch.Lead.Write(writer, sketch.Whole.Terms);
        sketch.Title.Write(writer, sketch.Lead.Terms);
        SortedHashes.Write(writer, [.. sketch.Names.Select(n => n.Hash)], TermVector.HashBits, sketch.Whole.Terms);
        foreach (var name in sketch.Names) writer.Write((byte)Math.Clamp(MathF.Round(name.Rarity * RaritySteps), 0, byte.MaxValue));
        SortedHashes.Write(writer, sketch.Shingles, NearDuplicates.HashBits, []);
        Write(writer, sketch.Days?.First);
        Write(writer, sketch.Days?.Last);
        Write(writer, sketch.Places, p => Write(writer, p));
        Write(writer, sketch.Types.Order(StringComparer.Ordinal), writer.Write);
        Write(writer, sketch.Persons.Order(StringComparer.Ordinal), writer.Write);
        Write(writer, sketch.VictimNames.Order(StringComparer.Ordinal), writer.Write);
        Write(writer, sketch.Ages.Order(), writer.Write7BitEncodedInt);
        writer.Write7BitEncodedInt64(sketch.Killed ?? -1);
        writer.Write7BitEncodedInt64(sketch.Wounded ?? -1);
        Write(writer, sketch.Targets.Order(StringComparer.Ordinal), writer.Write);
        Write(writer, sketch.Weapons.Order(StringComparer.Ordinal), writer.Write);
        Write(writer, sketch.Addresses.Order(), writer.Write);
        Write(writer, sketch.Clocks.Order(), writer.Write7BitEncodedInt);
        writer.Write7BitEncodedInt(sketch.Siblings);
        writer.Write7BitEncodedInt(sketch.Length);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">These are no bytes of a sketch.</exception>
    public static IncidentSketch Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the bytes of a sketch are damaged", e);
        }
    }

    private static IncidentSketch Read(BinaryReader reader)
    {
        var (report, number, outlet, published, events) = (reader.ReadString(), reader.Read7BitEncodedInt(), Text(reader), Day(reader), List(reader, reader.ReadString));
        var whole = TermVector.Read(reader, []);
        var lead = TermVector.Read(reader, whole.Terms);
        return Read(reader, report, number, outlet, published, events, whole, lead);
    }

    private static IncidentSketch Read(BinaryReader reader, string report, int number, string? outlet, LocalDate? published, string[] events, TermVector whole, TermVector lead) => new()
    {
        Report = report,
        Number = number,
        Outlet = outlet,
        Published = published,
        Events = events,
        Whole = whole,
        Lead = lead,
        Title = TermVector.Read(reader, lead.Terms),
        Names = [.. SortedHashes.Read(reader, TermVector.HashBits, whole.Terms).Select(hash => (hash, reader.ReadByte() / RaritySteps))],
        Shingles = SortedHashes.Read(reader, NearDuplicates.HashBits, []),
        Days = Days(Day(reader), Day(reader)),
        Places = List(reader, () => Place(reader)),
        Types = Texts(reader),
        Persons = Texts(reader),
        VictimNames = Texts(reader),
        Ages = List(reader, reader.Read7BitEncodedInt).ToHashSet(),
        Killed = Number(reader),
        Wounded = Number(reader),
        Targets = Texts(reader),
        Weapons = Texts(reader),
        Addresses = List(reader, reader.ReadUInt32).ToHashSet(),
        Clocks = List(reader, reader.Read7BitEncodedInt).ToHashSet(),
        Siblings = reader.Read7BitEncodedInt(),
        Length = reader.Read7BitEncodedInt(),
    };

    private static void Write<T>(BinaryWriter writer, IEnumerable<T> values, Action<T> write)
    {
        T[] all = [.. values];
        writer.Write7BitEncodedInt(all.Length);
        foreach (var value in all) write(value);
    }

    private static T[] List<T>(BinaryReader reader, Func<T> read)
    {
        var values = new T[Math.Min(reader.Read7BitEncodedInt(), reader.BaseStream.Length)];
        for (var i = 0; i < values.Length; i++) values[i] = read();
        return values;
    }

    private static HashSet<string> Texts(BinaryReader reader) => List(reader, reader.ReadString).ToHashSet(StringComparer.Ordinal);

    private static string? Text(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static long? Number(BinaryReader reader) => reader.Read7BitEncodedInt64() is >= 0 and var number ? number : null;

    /// <summary>Days since the beginning of the calendar, and 0 for none.</summary>
    private static void Write(BinaryWriter writer, LocalDate? day) => writer.Write7BitEncodedInt(day is { } told ? Period.DaysBetween(LocalDate.MinIsoValue, told) + 1 : 0);

    private static LocalDate? Day(BinaryReader reader) => reader.Read7BitEncodedInt() is > 0 and var days ? LocalDate.MinIsoValue.PlusDays(days - 1) : null;

    private static (LocalDate First, LocalDate Last)? Days(LocalDate? first, LocalDate? last) =>
        first.HasValue != last.HasValue ? throw new FormatException("one end of two") : first is { } from && last is { } to ? (from, to) : null;

    private static void Write(BinaryWriter writer, SketchPlace place)
    {
        writer.Write(place.Name);
        writer.Write((byte)place.Precision);
        writer.Write(place.Admin1 ?? "");
        writer.Write(place.Country ?? "");
        writer.Write(place.Coordinates is null ? float.NaN : (float)place.Coordinates.Value.Latitude);
        writer.Write(place.Coordinates is null ? float.NaN : (float)place.Coordinates.Value.Longitude);
    }

    private static PlacePrecision Precision(byte value) => Enum.IsDefined((PlacePrecision)value) ? (PlacePrecision)value : throw new FormatException("a precision that is none");

    private static SketchPlace Place(BinaryReader reader)
    {
        var (name, precision, admin, country) = (reader.ReadString(), Precision(reader.ReadByte()), Text(reader), Text(reader));
        var (latitude, longitude) = (reader.ReadSingle(), reader.ReadSingle());
        return new SketchPlace(name, float.IsNaN(latitude) ? null : new Coordinates(latitude, longitude), precision, admin, country);
    }
}
