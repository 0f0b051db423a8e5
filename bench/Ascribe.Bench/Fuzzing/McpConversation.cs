using System.Text;
using System.Text.Json;
using Ascribe.Cli.Mcp;
using ModelContextProtocol.Server;

namespace Ascribe.Bench.Fuzzing;

/// <summary>A server of the Model Context Protocol that is greeted, sent some bytes, and asked whether it is still there.</summary>
internal sealed class McpConversation : IDisposable
{
    private const string LastId = "the-last-one";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Calls are answered beside each other, and what is not a call is not answered: so long is waited for an answer before the input ends.</summary>
    private static readonly TimeSpan s_courtesy = TimeSpan.FromMilliseconds(200);

    private const int AnswersOfFrame = 2;

    private static ReadOnlySpan<byte> Greeting =>
        """
        {"jsonrpc":"2.0","id":"the-first-one","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"fuzz","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}

        """u8;

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Said _said;
    private readonly Heard _heard;

    private McpConversation(byte[] bytes)
    {
        _said = new Said([.. Greeting, .. bytes, .. Encoding.UTF8.GetBytes($"\n{{\"jsonrpc\":\"2.0\",\"id\":\"{LastId}\",\"method\":\"ping\"}}\n")], _answered.Task, _all.Task);
        _heard = new Heard(_answered, _all, IsCall(bytes) ? AnswersOfFrame + 1 : AnswersOfFrame);
    }

    /// <returns>How many answers there were besides those to the greeting and the last question.</returns>
    /// <exception cref="BrokenPromiseException">The server no longer answers, or does not answer in JSON.</exception>
    public static int Have(LedgerTools tools, byte[] bytes)
    {
        using var conversation = new McpConversation(bytes);
        return conversation.Have(tools);
    }

    public void Dispose()
    {
        _said.Dispose();
        _heard.Dispose();
    }

    private int Have(LedgerTools tools)
    {
        Serve(tools).GetAwaiter().GetResult();
        if (!_answered.Task.IsCompletedSuccessfully) throw new BrokenPromiseException("The server no longer answers.");
        var answers = _heard.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var answer in answers)
        {
            if (!IsJson(answer)) throw new BrokenPromiseException("The server answers what is no JSON: " + answer);
        }

        return answers.Length - AnswersOfFrame;
    }

    private static bool IsCall(byte[] bytes) => IsJson(Encoding.UTF8.GetString(bytes), json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out _) && json.TryGetProperty("method", out _));

    private static bool IsJson(string text, Func<JsonElement, bool>? fits = null)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return fits?.Invoke(json.RootElement) != false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task Serve(LedgerTools tools)
    {
        await using var transport = new StreamServerTransport(_said, _heard, "ascribe");
        await LedgerServer.RunAsync(tools, transport, CancellationToken.None);
    }

    /// <summary>What the server reads; it ends when the last question has been answered.</summary>
    private sealed class Said(byte[] bytes, Task answered, Task all) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            await Task.WhenAny(answered, Task.Delay(s_patience, cancellationToken));
            await Task.WhenAny(all, Task.Delay(s_courtesy, cancellationToken));
            return 0;
        }
    }

    /// <summary>What the server answers.</summary>
    private sealed class Heard(TaskCompletionSource answered, TaskCompletionSource all, int expected) : MemoryStream
    {
        public string Text { get; private set; } = "";

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Text = Encoding.UTF8.GetString(GetBuffer().AsSpan(0, (int)Length));
            if (Text.Contains(LastId, StringComparison.Ordinal)) answered.TrySetResult();
            if (Text.AsSpan().Count('\n') >= expected) all.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
