namespace Ascribe.Cli.Commands;

/// <summary>Where the gazetteer that a user imported lies.</summary>
internal static class UserGazetteer
{
    /// <summary>
    /// <c>ascribe/gazetteer.index</c> in the user's data folder ($XDG_DATA_HOME or ~/.local/share; %LOCALAPPDATA% on Windows), or null
    /// where the user has none.
    /// </summary>
    public static string? Path { get; } =
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? System.IO.Path.Combine(folder, "ascribe", "gazetteer.index")
            : null;
}
