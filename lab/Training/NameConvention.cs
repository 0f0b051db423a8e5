using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Which kinds of names a corpus tells apart.</summary>
internal enum NameConvention
{
    /// <summary>All of <see cref="NameKind"/>.</summary>
    AllKinds,

    /// <summary>Persons, organisations, locations and others.</summary>
    FourKinds,

    /// <summary>Persons, organisations and locations: what is outside may be a name of another kind.</summary>
    ThreeKinds,
}

/// <summary>Reads labels of a convention in terms of all kinds.</summary>
internal static class NameConventions
{
    private static readonly ulong[][] s_allowed = [.. Enum.GetValues<NameConvention>().Select(c => Enumerable.Range(0, NameClasses.Count).Select(n => Allowed(c, n)).ToArray())];

    /// <summary>The classes that each word may have, as bits (1 &lt;&lt; class).</summary>
    public static ulong[] Allowed(this NameConvention convention, int[] classes) => [.. classes.Select(c => s_allowed[(int)convention][c])];

    private static ulong Allowed(NameConvention convention, int name)
    {
        var allowed = 1ul << name;
        if (convention == NameConvention.AllKinds) return allowed;
        for (var other = 1; other < NameClasses.Count; other++)
        {
            var isAllowed = name == NameClasses.Outside
                ? convention == NameConvention.ThreeKinds && Broad(other) == NameKind.Other
                : Broad(other) == Broad(name) && NameClasses.Part(other) == NameClasses.Part(name);
            if (isAllowed) allowed |= 1ul << other;
        }

        return allowed;
    }

    private static NameKind Broad(int name) => ((NameKind)NameClasses.Kind(name)).Broad();
}
