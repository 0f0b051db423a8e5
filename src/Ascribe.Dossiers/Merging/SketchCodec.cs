using System.Text;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>Sketches as bytes, some three kilobytes each. Weights of words lose what steps of 1/255 lose.</summary>
internal static class SketchCodec
{
    /// <summary>Of this form; part of the version of what is kept.</summary>
    public const int Format = 2;

    public static byte[] Pack(IncidentSketch sketch)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(sketch.Report);
        writer.Write7BitEncodedInt(sketch.Number);
        writer.Write(sketch.Outlet ?? "");
        Write(writer, sketch.Published);
        Write(writer, sketch.Events, writer.Write);
        sketch.Whole.Write(writer);
        sketch.Lead.Write(writer);
        sketch.Title.Write(writer);
        Ascending(writer, [.. sketch.Names.Select(n => n.Hash)]);
        foreach (var name in sketch.Names) writer.Write((Half)name.Rarity);
        Ascending(writer, sketch.Shingles);
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
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("the bytes of a sketch are damaged", e);
        }
    }

    private static IncidentSketch Read(BinaryReader reader) => new()
    {
        Report = reader.ReadString(),
        Number = reader.Read7BitEncodedInt(),
        Outlet = Text(reader),
        Published = Day(reader),
        Events = List(reader, reader.ReadString),
        Whole = TermVector.Read(reader),
        Lead = TermVector.Read(reader),
        Title = TermVector.Read(reader),
        Names = [.. Ascending(reader).Select(hash => (hash, (float)reader.ReadHalf()))],
        Shingles = Ascending(reader),
        Days = Day(reader) is var first && Day(reader) is { } last ? (first!.Value, last) : null,
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

    /// <summary>Numbers in ascending order, as differences.</summary>
    private static void Ascending(BinaryWriter writer, uint[] numbers)
    {
        var last = 0u;
        Write(writer, numbers, number =>
        {
            writer.Write7BitEncodedInt64(number - last);
            last = number;
        });
    }

    private static uint[] Ascending(BinaryReader reader)
    {
        var last = 0u;
        return List(reader, () => last += (uint)reader.Read7BitEncodedInt64());
    }

    private static HashSet<string> Texts(BinaryReader reader) => List(reader, reader.ReadString).ToHashSet(StringComparer.Ordinal);

    private static string? Text(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static long? Number(BinaryReader reader) => reader.Read7BitEncodedInt64() is >= 0 and var number ? number : null;

    /// <summary>Days since the beginning of the calendar, and 0 for none.</summary>
    private static void Write(BinaryWriter writer, LocalDate? day) => writer.Write7BitEncodedInt(day is { } told ? Period.DaysBetween(LocalDate.MinIsoValue, told) + 1 : 0);

    private static LocalDate? Day(BinaryReader reader) => reader.Read7BitEncodedInt() is > 0 and var days ? LocalDate.MinIsoValue.PlusDays(days - 1) : null;

    private static void Write(BinaryWriter writer, SketchPlace place)
    {
        writer.Write(place.Name);
        writer.Write((byte)place.Precision);
        writer.Write(place.Admin1 ?? "");
        writer.Write(place.Country ?? "");
        writer.Write(place.Coordinates is null ? float.NaN : (float)place.Coordinates.Value.Latitude);
        writer.Write(place.Coordinates is null ? float.NaN : (float)place.Coordinates.Value.Longitude);
    }

    private static SketchPlace Place(BinaryReader reader)
    {
        var (name, precision, admin, country) = (reader.ReadString(), (PlacePrecision)reader.ReadByte(), Text(reader), Text(reader));
        var (latitude, longitude) = (reader.ReadSingle(), reader.ReadSingle());
        return new SketchPlace(name, float.IsNaN(latitude) ? null : new Coordinates(latitude, longitude), precision, admin, country);
    }
}
