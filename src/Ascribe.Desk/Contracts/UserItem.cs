using Ascribe.Desk.People;
using Ascribe.Records;

namespace Ascribe.Desk.Contracts;

/// <param name="Role">reader, contributor, reviewer, editor or admin.</param>
/// <param name="Etag">For If-Match when it is changed.</param>
internal sealed record UserItem(string Name, string Role, bool Disabled, string Etag)
{
    public static UserItem Of(Person person) => new(person.Name, RecordJson.NameOf(person.Role), person.Disabled, TagOf(person));

    public static string TagOf(Person person) => $"\"{person.Version}\"";
}

internal sealed record NewUserRequest(string Name, string Role, string Password);

/// <summary>What is null stays as it is.</summary>
internal sealed record ChangeUserRequest(string? Role = null, bool? Disabled = null, string? Password = null);

internal sealed record ChangePasswordRequest(string Old, string New);
