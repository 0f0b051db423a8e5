using System.Collections.Frozen;
using Ascribe.Desk.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Bundle;

/// <summary>
/// The pages of the desk, embedded in the program: a path is looked up in a table, never on a disk, so that no path leads out of them. A path without a dot, or of a dossier, is a
/// page of the application, which draws itself.
/// </summary>
internal sealed class StaticBundle
{
    private const string Folder = "wwwroot/";

    private static readonly FrozenDictionary<string, BundleFile> s_files = typeof(StaticBundle).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(n => "/" + n[Folder.Length..], n => new BundleFile(n), StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/{**path}", ["GET", "HEAD"], (HttpContext context) => Answer(context)).ExcludeFromDescription().AllowAnonymous();

    /// <summary>A dossier answers to the ids of its reports, which may hold dots.</summary>
    private static bool IsPage(string path) => !path.Contains('.', StringComparison.Ordinal) || path.StartsWith("/dossiers/", StringComparison.Ordinal);

    private static BundleFile Answer(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.StartsWith("/v1/", StringComparison.Ordinal)) throw ProblemException.NotFound("There is no such part of the API; /v1/openapi.json lists all.");
        if (s_files.TryGetValue(path, out var file)) return file;
        return IsPage(path) && s_files.TryGetValue("/index.html", out var index) ? index : throw ProblemException.NotFound("There is no such page.");
    }
}
