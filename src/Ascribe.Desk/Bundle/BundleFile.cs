using System.IO.Compression;
using Ascribe.Desk.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Ascribe.Desk.Bundle;

/// <summary>One file of the bundle, compressed once when it is first asked for.</summary>
internal sealed class BundleFile(string resource) : IResult
{
    private static readonly FileExtensionContentTypeProvider s_types = new();

    private readonly Lazy<byte[]> _content = new(() => ContentOf(resource));
    private readonly Lazy<byte[]> _packed = new(() => Pack(ContentOf(resource)));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = JsonBody.TagOf(_content.Value);
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept-Encoding";
        // The bundler puts a hash of the content into the names of all but the page itself.
        response.Headers.CacheControl = resource.Contains("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = s_types.TryGetContentType(resource, out var type) ? Charset(type) : "application/octet-stream";
        var isPacked = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isPacked) response.Headers.ContentEncoding = "br";
        var body = isPacked ? _packed.Value : _content.Value;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static string Charset(string type) => type.StartsWith("text/", StringComparison.Ordinal) || type == "application/json" ? type + "; charset=utf-8" : type;

    private static byte[] ContentOf(string resource)
    {
        using var stream = typeof(BundleFile).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(content);
        return packed.ToArray();
    }
}
