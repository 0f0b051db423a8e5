using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Ascribe.Desk;

/// <summary>The OpenAPI 3.1 document of the API, made of the routes themselves.</summary>
internal static class OpenApiDocumentation
{
    private const string Session = "session";
    private const string Token = "token";
    private const string Problem = "application/problem+json";

    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", openApi =>
    {
        openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        openApi.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi("/v1/openapi.json").AllowAnonymous();

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Ascribe desk",
            Version = "1",
            Description = "Reports of political violence, their records, and the dossiers of incidents that they tell of. Offsets are UTF-16 code units, half-open. "
                + "Lists give {items, next}; ask for the next page by ?cursor=next. Errors are problems (RFC 9457). Changes with a session bring the header X-CSRF.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "ascribe-…", Description = "Set by POST /v1/session; with the header X-CSRF on changes." },
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A service token." },
        };
    }

    /// <summary>What the routes ask for, and how they fail.</summary>
    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        var needed = context.Description.ActionDescriptor.EndpointMetadata.OfType<RightRequirement>().FirstOrDefault();
        AddProblem(operation, "400", "The request is not what was expected.");
        AddProblem(operation, "429", "Too many requests.");
        if (needed is null) return;
        AddProblem(operation, "401", "Nobody is signed in.");
        AddProblem(operation, "403", "The caller lacks the right, or the CSRF value is missing.");
        if (needed.Right != Right.None) operation.Description = $"Needs the right '{RecordJson.NameOf(needed.Right)}'.";
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] }, new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
    }

    private static void AddProblem(OpenApiOperation operation, string status, string description) =>
        operation.Responses!.TryAdd(status, new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } } });
}
