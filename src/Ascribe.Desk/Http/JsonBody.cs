using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ascribe.Desk.Http;

/// <summary>A JSON answer with the tag of its bytes; a client that has them already gets 304.</summary>
/// <param name="tag">The entity tag where it is not made of the bytes, or null.</param>
internal sealed class JsonBody(ReadOnlyMemory<byte> body, string? tag = null) : IResult
{
    // What is written is JSON with its own content type and never part of a page: letters stay letters.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="fields">Writes the fields of the object.</param>
    public static JsonBody Of(Action<Utf8JsonWriter> fields) => new(Written(fields));

    /// <summary>The object as text.</summary>
    public static string TextOf(Action<Utf8JsonWriter> fields) => Encoding.UTF8.GetString(Written(fields).Span);

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static JsonBody Of<T>(T value, JsonTypeInfo<T> type, string? tag = null) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), tag);

    /// <summary>A strong entity tag: equal bytes, equal tag.</summary>
    public string Tag { get; } = tag ?? TagOf(body.Span);

    public static string TagOf(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Tag;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && Fits(httpContext.Request, Tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool Fits(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags) && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag == tag);
}
