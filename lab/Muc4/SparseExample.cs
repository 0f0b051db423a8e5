namespace Ascribe.Lab.Muc4;

/// <param name="Weight">How much it counts.</param>
internal readonly record struct SparseExample(uint[] Features, int Class, float Weight = 1);
