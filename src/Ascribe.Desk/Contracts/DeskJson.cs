using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascribe.Desk.Contracts;

/// <summary>How the objects of the API are read and written; compiled and not found by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Page<ReportItem>))]
[JsonSerializable(typeof(Page<DossierItem>))]
[JsonSerializable(typeof(ReportsRequest))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(AddedReports))]
[JsonSerializable(typeof(DecisionsRequest))]
[JsonSerializable(typeof(DecidedItems))]
[JsonSerializable(typeof(Page<QueueItem>))]
[JsonSerializable(typeof(Page<WebhookItem>))]
[JsonSerializable(typeof(NewWebhookRequest))]
[JsonSerializable(typeof(NewWebhookAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SetupRequest))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(Page<UserItem>))]
[JsonSerializable(typeof(NewUserRequest))]
[JsonSerializable(typeof(ChangeUserRequest))]
[JsonSerializable(typeof(Page<TokenItem>))]
[JsonSerializable(typeof(NewTokenRequest))]
[JsonSerializable(typeof(NewTokenAnswer))]
[JsonSerializable(typeof(Page<AuditItem>))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: what is written has its own content type and is never part of a page.</summary>
    public static DeskJson Instance { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same ways for bodies that the framework reads: names in snake case, and no field that the API does not know.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
