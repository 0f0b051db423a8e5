using System.Text;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Reading a text without keeping it.</summary>
internal static class ReadEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/read", Read).WithName("ReadText").WithSummary("A text to its record (ascribe-record/1); nothing is stored.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read).RequireRateLimiting(RateLimits.Heavy);

    private static async Task<IResult> Read(ReportRequest request, ReaderLoader loader)
    {
        var report = request.ToReport();
        var reader = await loader.Reader;
        return new JsonBody(Encoding.UTF8.GetBytes(RecordJson.Write(reader.Read(report))));
    }
}
