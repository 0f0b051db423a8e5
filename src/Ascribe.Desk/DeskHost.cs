using Ascribe.Desk.Bundle;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Endpoints;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Microsoft.AspNetCore.Authorization;
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

    /// <summary>The code with which the first account is made, for the terminal; null: there are accounts.</summary>
    public static string? SetupCodeOf(WebApplication desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.Services.GetRequiredService<SetupCode>().Text;
    }

    private static void AddServices(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new LedgerPool(options));
        services.AddSingleton<ReaderLoader>();
        AddPeople(services, options);
        services.AddRoutingCore();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemTexts.Complete);
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => DeskJson.Apply(json.SerializerOptions));
    }

    private static void AddPeople(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(PeopleFile.Open(options.Ledger));
        services.AddSingleton<Accounts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<RequestGuard>();
        services.AddSingleton(s => new SetupCode(isNeeded: !s.GetRequiredService<Accounts>().Any));
        // The core alone: sessions are kept in a file, so that nothing of the framework's data protection is needed.
        services.AddWebEncoders();
        services.AddTransient<DeskAuthentication>();
        services.AddAuthenticationCore(authentication =>
        {
            authentication.AddScheme<DeskAuthentication>(DeskAuthentication.SchemeName, null);
            authentication.DefaultScheme = DeskAuthentication.SchemeName;
        });
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddAuthorization(rules => rules.FallbackPolicy = RouteRights.PolicyOf(Right.Read));
        RateLimits.Add(services, options);
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
        var api = app.MapGroup("/v1");
        ReportEndpoints.Map(api);
        DossierEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        DecisionEndpoints.Map(api);
        ReadEndpoints.Map(api);
        TypeEndpoints.Map(api);
        SessionEndpoints.Map(api);
        UserEndpoints.Map(api);
        TokenEndpoints.Map(api);
        StaticBundle.Map(app);
    }
}
