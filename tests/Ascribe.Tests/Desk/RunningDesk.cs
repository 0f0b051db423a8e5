using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Desk;

/// <summary>A desk over a real ledger file on a real port of loopback, with an admin and whoever a test wants.</summary>
public sealed class RunningDesk : IAsyncLifetime
{
    public const string Password = "a long and silly phrase";

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-desk-").FullName;
    private WebApplication _desk = null!;

    public string LedgerPath => Path.Combine(_folder, "test.ascribe");

    public int SignInsAMinute { get; init; } = 1000;

    public bool AllowsPrivateWebhooks { get; init; }

    public Uri Address { get; private set; } = null!;

    public string SetupCode { get; private set; } = "";

    /// <summary>Signed in as the admin "ann".</summary>
    internal DeskClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using (var ledger = ReportLedger.Open(LedgerPath)) DossierReports.AddAll(ledger);
        await Start();
        SetupCode = DeskHost.SetupCodeOf(_desk)!;
        Admin = Client();
        await Admin.Enter("/v1/setup", new { code = SetupCode, name = "ann", password = Password });
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Nobody yet.</summary>
    internal DeskClient Client() => new(Address);

    /// <summary>Somebody new with a role.</summary>
    internal async Task<DeskClient> Person(string role)
    {
        var name = role + Guid.NewGuid().ToString("N")[..8];
        await Admin.Post("/v1/users", new { name, role, password = Password });
        var client = Client();
        await client.Enter("/v1/session", new { name, password = Password });
        return client;
    }

    /// <summary>Changes the file of people as time would.</summary>
    internal void ChangePeople(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LedgerPath}.people;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of the tests themselves.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    internal IServiceProvider Services => _desk.Services;

    private async Task Start()
    {
        _desk = DeskHost.Build(new DeskOptions { Ledger = LedgerPath, SignInsAMinute = SignInsAMinute, AllowsPrivateWebhooks = AllowsPrivateWebhooks });
        await _desk.StartAsync();
        Address = new Uri(_desk.Urls.First());
    }
}
