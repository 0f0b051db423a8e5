using Ascribe.Desk.Bundle;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Endpoints;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascribe.Desk;

/// <summary>Puts the desk together: services, the way of a request, and the routes.</summary>
public static class DeskHost
{
    /// <summary>A desk that is ready to be started.</summary>
    /// <exception cref="Dossiers.Ledger.LedgerException">The ledger cannot be used.</exception>
    public static WebApplication Build(DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Nothing of the machine's settings reaches the desk: what it does stands on its command line.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        AddServices(builder.Services, options);
        var app = builder.Build();
        Compose(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new LedgerPool(options));
        services.AddSingleton<ReaderLoader>();
        services.AddRoutingCore();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => DeskJson.Apply(json.SerializerOptions));
    }

    private static void Compose(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        var api = app.MapGroup("/v1");
        ReportEndpoints.Map(api);
        DossierEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        ReadEndpoints.Map(api);
        StaticBundle.Map(app);
    }
}
