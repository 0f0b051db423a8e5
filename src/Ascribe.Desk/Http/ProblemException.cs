namespace Ascribe.Desk.Http;

/// <summary>A request that cannot be answered as asked; the message is for the client.</summary>
/// <param name="status">HTTP status, 400 to 499.</param>
internal sealed class ProblemException(int status, string message) : Exception(message)
{
    public int Status => status;

    public static ProblemException BadRequest(string message) => new(400, message);

    public static ProblemException NotFound(string message) => new(404, message);
}
