using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Tests.Dossiers;
using ModelContextProtocol.Client;

namespace Ascribe.Tests.Cli;

/// <summary>The server as a client of another maker uses it: a process of its own, spoken to over its standard streams.</summary>
public sealed class McpProcess : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-mcp-").FullName;

    public string Ledger => Path.Combine(_folder, "test.ascribe");

    public McpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using (var ledger = ReportLedger.Open(Ledger))
        {
            DossierReports.AddAll(ledger);
            ledger.Decide(new MarkDecision(new Signature("an analyst", "2016-04-01T00:00:00Z"), "far", Tlp.Red));
        }

        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "ascribe.dll"), "mcp", "--ledger", Ledger, "--no-user-gazetteer", "--tlp", "amber"],
        });
        // A set version makes the client greet at once. Else it tries the newest way first and gives it up after five seconds, which a busy machine may need to start a process.
        Client = await McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = "2025-06-18" });
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
