using System.Net;
using System.Text;
using Ascribe.Desk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Ascribe.Tests.Desk;

public sealed class NewsTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    [Fact]
    public async Task Who_listens_hears_of_new_reports_and_decisions()
    {
        var listener = await desk.Person("reader");
        using var answer = await listener.Http.GetAsync("/v1/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Assert.Equal("event: ping", await reader.ReadLineAsync(patience.Token));
        await desk.Admin.Post("/v1/reports", new { reports = new[] { new { id = "news", text = "A bomb killed three people in Kirkuk on Monday, police said.", published = "2024-03-05" } } });
        await desk.Admin.Decide(new { key = "news-1", verdict = "state", dossier = "news", state = "in_review" });
        var heard = new HashSet<string>();
        while (heard.Count < 3 && await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal) && line != "event: ping") heard.Add(line[7..]);
        }

        Assert.Equal(["decision", "dossier", "report"], heard.Order());
    }

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://127.0.0.1/x")]
    [InlineData("http://localhost/x")]
    [InlineData("http://[::1]/x")]
    [InlineData("http://10.1.2.3/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::ffff:192.168.0.1]/x")]
    [InlineData("https://name:word@example.org/")]
    [InlineData("nowhere")]
    [InlineData("/\\\u200f")]
    public async Task A_webhook_to_this_machine_or_its_network_is_refused(string url) =>
        Assert.Contains("'url'", await desk.Admin.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/webhooks", new { url }), StringComparison.Ordinal);

    [Fact]
    public async Task A_webhook_is_its_makers_and_its_secret_is_shown_once()
    {
        var (one, other) = (await desk.Person("contributor"), await desk.Person("contributor"));
        var made = await one.Post("/v1/webhooks", new { url = "https://hooks.example.org/ascribe", query = "country=IQ&several=true" });
        var id = made.GetProperty("webhook").GetProperty("id").GetString();
        Assert.DoesNotContain(made.GetProperty("secret").GetString()!, (await one.Get("/v1/webhooks")).ToString(), StringComparison.Ordinal);
        await other.Refused(HttpStatusCode.NotFound, HttpMethod.Delete, $"/v1/webhooks/{id}");
        using var removed = await one.Http.DeleteAsync($"/v1/webhooks/{id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await one.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/webhooks", new { url = "https://hooks.example.org/ascribe", query = "stance=shouts" });
    }

    [Fact]
    public async Task What_is_new_is_sent_signed_and_what_fails_waits()
    {
        await using var own = new RunningDesk { AllowsPrivateWebhooks = true };
        await own.InitializeAsync();
        var received = new TaskCompletionSource<(string Body, string Signature)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var target = builder.Build();
        target.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            received.TrySetResult((await reader.ReadToEndAsync(), context.Request.Headers["X-Ascribe-Signature"].ToString()));
        });
        await target.StartAsync();
        var made = await own.Admin.Post("/v1/webhooks", new { url = target.Urls.First() + "/hook", query = "country=IQ" });
        await own.Admin.Post("/v1/webhooks", new { url = "http://127.0.0.1:9/closed" });
        await own.Admin.Post("/v1/reports", new { reports = new[] { new { id = "hooked", text = "A bomb killed three people in Kirkuk, Iraq, on Monday, police said.", published = "2024-03-05" } } });
        var (body, signature) = await received.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("hooked", body, StringComparison.Ordinal);
        var seconds = long.Parse(signature.Split(',')[0][2..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(WebhookSender.SignatureOf(made.GetProperty("secret").GetString()!, seconds, body), signature);
    }
}
