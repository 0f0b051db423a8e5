using Ascribe.Desk.Bundle;
using Ascribe.Desk.Endpoints;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
        DeskServices.Add(builder.Services, options);
        var app = builder.Build();
        Compose(app);
        MapRoutes(app);
        return app;
    }

    /// <summary>The code with which the first account is made, for the terminal; null: there are accounts.</summary>
    public static string? SetupCodeOf(WebApplication desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.Services.GetRequiredService<SetupCode>().Text;
    }

    /// <summary>The way of a request.</summary>
    private static void Compose(WebApplication app)
    {
        app.Use(SecurityHeaders.Apply);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(app.Services.GetRequiredService<RequestGuard>().CheckOrigin);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use(RequestGuard.CheckCsrf);
        app.UseAuthorization();
    }

    private static void MapRoutes(WebApplication app)
    {
        var api = app.MapGroup("/v1");
        SessionEndpoints.Map(api);
        UserEndpoints.Map(api);
        TokenEndpoints.Map(api);
        ReportEndpoints.Map(api);
        ReadEndpoints.Map(api);
        DossierEndpoints.Map(api);
        ActorEndpoints.Map(api);
        ClaimEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        QueueEndpoints.Map(api);
        DecisionEndpoints.Map(api);
        ExportEndpoints.Map(api);
        FeedEndpoints.Map(api);
        WebhookEndpoints.Map(api);
        EventEndpoints.Map(api);
        TypeEndpoints.Map(api);
        OpenApiDocumentation.Map(app);
        StaticBundle.Map(app);
    }
}
