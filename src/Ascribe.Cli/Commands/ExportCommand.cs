using System.CommandLine;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe export</c>: incidents in the forms of other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = string.Join("; ", ExportFormat.All.Select(f => $"{f.Name}: {f.Description}")) + "." };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(f => f.Name)]);
        var ledgerPath = LedgerOption.Create();
        var id = new Option<string?>("--dossier") { Description = "One dossier alone, by its id or the id of one of its reports.", HelpName = "ID" };
        var output = new Option<string?>("--output", "-o") { Description = "A file in place of the standard output.", HelpName = "FILE" };
        var desk = new Option<string?>("--desk") { Description = "Address of a desk; each incident gets its address there.", HelpName = "URL" };
        desk.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address && AddressOf(address) is null) result.AddError($"--desk: '{address}' is no http or https address.");
        });
        var marking = new TlpOption("Only incidents whose reports may be passed on at least so far: clear, green, amber, amber+strict, red.");
        var query = new DossierQueryOptions();
        var command = new Command("export", "Writes incidents and their sources in a form that other programs read.") { format, ledgerPath, id, output, desk, marking.Option };
        query.AddTo(command);
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (_, shelf) =>
        {
            IEnumerable<Dossier> dossiers;
            if (parsed.GetValue(id) is { } one)
            {
                if (shelf.Find(one) is not { } dossier)
                {
                    Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no dossier '{one}'; 'ascribe dossiers' shows those that are.");
                    return ExitCodes.NothingRead;
                }

                dossiers = [dossier];
            }
            else
            {
                var asked = query.Of(parsed);
                if (asked.After is { } after && shelf.Mentions(after).Count == 0)
                {
                    Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no dossier '{after}' to begin after.");
                    return ExitCodes.NothingRead;
                }

                dossiers = shelf.Find(asked);
            }

            var options = new ExportOptions { Desk = AddressOf(parsed.GetValue(desk)), Strictest = marking.Of(parsed) };
            return OutputStream.Use(parsed.GetValue(output), writer =>
            {
                foreach (var piece in ExportFormat.Named(parsed.GetRequiredValue(format))!.Pieces(dossiers, options)) writer.Write(piece);
                return ExitCodes.Done;
            });
        }));
        return command;
    }

    private static Uri? AddressOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
}
