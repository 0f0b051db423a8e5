using System.Security.Cryptography;
using System.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>Ids that are made of a name and not by chance: UUIDs of version 5 (RFC 9562, 5.5).</summary>
internal static class Uuid5
{
    public static Guid Of(Guid nameSpace, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The RFC asks for SHA-1; nothing is kept secret or signed with it.
        SHA1.HashData([.. nameSpace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
