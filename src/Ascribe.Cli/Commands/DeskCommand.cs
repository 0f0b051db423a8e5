using System.CommandLine;
using System.Diagnostics;
using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Microsoft.Extensions.Hosting;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe desk</c>: the desk over a ledger in a browser.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var urls = new Option<string>("--urls") { Description = "Where to listen on this machine, for itself alone.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var listen = new Option<string?>("--listen") { Description = "Where to listen for other machines: http://0.0.0.0:5080. Put a proxy that speaks TLS before it.", HelpName = "URL" };
        var hosts = new Option<string[]>("--host") { Description = "A name by which other machines ask for it; with --listen.", HelpName = "NAME" };
        var privateWebhooks = new Option<bool>("--private-webhooks") { Description = "Webhooks may send to this machine and its network." };
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open the browser." };
        var readerOptions = new ReaderOptions();
        var command = new Command("desk", "Opens the desk over a ledger in the browser: reading, reviewing, searching, handing over. Ctrl+C ends it.") { ledgerPath, urls, listen, hosts, privateWebhooks, quiet };
        readerOptions.AddTo(command);
        urls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp))
                result.AddError($"--urls: '{url}' is not on loopback, such as http://127.0.0.1:5080; --listen opens the desk to other machines.");
        });
        command.SetAction((parsed, cancelled) => Run(
            new DeskOptions
            {
                Ledger = parsed.GetRequiredValue(ledgerPath),
                Urls = parsed.GetValue(listen) is { } open ? [open] : [parsed.GetRequiredValue(urls)],
                ListensToOthers = parsed.GetValue(listen) is not null,
                SessionIdle = parsed.GetValue(listen) is null ? TimeSpan.FromHours(12) : TimeSpan.FromMinutes(30),
                AllowsPrivateWebhooks = parsed.GetValue(privateWebhooks),
                Hosts = parsed.GetValue(hosts) ?? [],
                Models = parsed.GetValue(readerOptions.Models),
                Gazetteer = readerOptions.GazetteerOf(parsed),
            },
            opens: !parsed.GetValue(quiet),
            cancelled));
        return command;
    }

    private static async Task<int> Run(DeskOptions options, bool opens, CancellationToken cancelled)
    {
        try
        {
            await using var desk = DeskHost.Build(options);
            await desk.StartAsync(cancelled);
            var address = desk.Urls.First();
            Console.Error.WriteLine($"The desk of {options.Ledger}: {address}   (Ctrl+C ends it)");
            if (DeskHost.SetupCodeOf(desk) is { } code) Console.Error.WriteLine($"There are no accounts yet. Make the first, an admin, with this code: {code}");
            if (opens) Open(address);
            await desk.WaitForShutdownAsync(cancelled);
            return ExitCodes.Done;
        }
        catch (LedgerException e)
        {
            Console.Error.WriteLine("error: " + e.Message);
            return ExitCodes.Ledger;
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"error: the desk cannot listen at {string.Join(", ", options.Urls)}: {e.Message}");
            return ExitCodes.Output;
        }
    }

    /// <summary>In the user's browser; where there is none, the address stands in the terminal.</summary>
    private static void Open(string address)
    {
        try
        {
            var opener = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(opener);
        }
        catch (System.ComponentModel.Win32Exception)
        {
        }
    }
}
