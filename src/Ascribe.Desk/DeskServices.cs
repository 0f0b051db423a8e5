using Ascribe.Desk.Contracts;
using Ascribe.Desk.Events;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Desk.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascribe.Desk;

/// <summary>What the routes of the desk work with.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new LedgerPool(options));
        services.AddSingleton<ReaderLoader>();
        AddPeople(services, options);
        AddNews(services);
        services.AddRoutingCore();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemTexts.Complete);
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => DeskJson.Apply(json.SerializerOptions));
        OpenApiDocumentation.Add(services);
    }

    private static void AddPeople(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(_ => PeopleFile.Open(options.Ledger));
        services.AddSingleton<Accounts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<Admission>();
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

    private static void AddNews(IServiceCollection services)
    {
        services.AddSingleton<LedgerWatch>();
        services.AddHostedService(s => s.GetRequiredService<LedgerWatch>());
        services.AddSingleton<WebhookBox>();
        services.AddHostedService<WebhookSender>();
    }
}
