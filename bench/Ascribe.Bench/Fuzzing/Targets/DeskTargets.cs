using System.Text;
using System.Text.Json;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>Requests to the desk: whatever comes, the answer is no fault of the desk (500) and valid JSON where it says so.</summary>
internal static class DeskTargets
{
    /// <summary>After so many requests the ledger is the one of the samples again: decisions and reports pile up.</summary>
    private const int RequestsOfLedger = 3000;

    public static IEnumerable<FuzzTarget> All(Workplace workplace)
    {
        InnerDesk? desk = null;
        var asked = 0;
        return
        [
            new("desk", () => Requests().Select(Encoding.UTF8.GetBytes), request =>
            {
                if (asked++ % RequestsOfLedger == 0)
                {
                    desk?.Dispose();
                    desk = new InnerDesk(workplace.Ledger("desk"));
                }

                return desk!.Ask(request) is >= 200 and < 400;
            }) { Words = ["GET", "POST", "PATCH", "DELETE", "PUT", "If-None-Match: *", "Cookie: a=b", "Origin: http://localhost", "Content-Type: text/plain", "Authorization: Bearer x", "cursor=", "limit=", "state=", "assigned=", "dossier=", "%2F", "%00", "%C3%28"] },
            new("desk-body", () => Bodies().Select(Encoding.UTF8.GetBytes), TakeBody) { Refusals = [typeof(JsonException), typeof(ProblemException)] },
        ];
    }

    private static readonly JsonSerializerOptions s_options = Options();

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        DeskJson.Apply(options);
        return options;
    }

    /// <summary>As a body of each kind; the first that takes it counts.</summary>
    private static bool TakeBody(byte[] bytes)
    {
        JsonException? refused = null;
        foreach (var kind in (Type[])[typeof(ReportRequest), typeof(ReportsRequest), typeof(DecisionsRequest), typeof(SignInRequest), typeof(SetupRequest), typeof(NewUserRequest), typeof(ChangeUserRequest), typeof(NewTokenRequest), typeof(NewWebhookRequest)])
        {
            try
            {
                if (JsonSerializer.Deserialize(bytes, kind, s_options) is not { } body) continue;
                if (body is ReportRequest report) report.ToReport();
                if (body is ReportsRequest { Reports: { } reports }) _ = reports.Where(r => r is not null).Select(r => r.ToReport()).Count();
                return true;
            }
            catch (JsonException e)
            {
                refused = e;
            }
        }

        return refused is null ? false : throw refused;
    }

    private static IEnumerable<string> Requests() =>
    [
        "GET /v1/dossiers?since=2019-01-01&until=2024-03-05&type=bombing&country=IQ&limit=5&sort=latest",
        "GET /v1/dossiers?text=market%20OR%20%22car%20bomb%22&near=33.3,44.4,500&polygon=33.2,44.2%2034.2,44.6%2033.5,45.4&several=false",
        "GET /v1/dossiers?actor=army&speaker=spokesman&stance=denies&responsibility=claimed&cursor=ZDEyMzQ1Njc4OTA\nIf-None-Match: \"0123456789abcdef0123456789abcdef\"",
        "GET /v1/queue?state=new&assigned=Sami&limit=2",
        "GET /v1/claims?speaker=army&stance=denies&q=rockets&dossier=embassy-rockets&limit=3",
        "GET /v1/actors?q=army&limit=3&cursor=Mw",
        "GET /v1/actors/army",
        "GET /v1/reports?limit=2&cursor=Mg",
        "GET /v1/reports/embassy-rockets",
        "GET /v1/records/market-bombing",
        "GET /v1/changes?since=2019-01-01",
        "GET /v1/decisions?since=2019-01-01&limit=5&cursor=OQ&dossier=embassy-rockets",
        "GET /v1/exports/geojson?country=IQ",
        "GET /v1/exports/html?dossier=embassy-rockets",
        "GET /v1/feed.atom?type=bombing",
        "GET /v1/types",
        "GET /v1/session",
        "GET /v1/users",
        "GET /v1/audit?limit=5&cursor=Nw",
        "GET /v1/webhooks",
        .. Bodies().Take(1).Select(b => "POST /v1/read\n\n" + b),
        .. Bodies().Skip(1).Take(1).Select(b => "POST /v1/reports\n\n" + b),
        .. Bodies().Skip(2).Take(3).Select(b => "POST /v1/decisions\n\n" + b),
        "PATCH /v1/users/ann\nIf-Match: \"1\"\n\n{\"role\":\"admin\",\"disabled\":false}",
        """
        POST /v1/tokens

        {"name":"feed","rights":["read","export"],"days":30,"marking":"TLP:GREEN"}
        """,
        "POST /v1/webhooks\n\n{\"url\":\"https://harbour.example/hook\",\"query\":\"country=IQ&several=true\"}",
    ];

    private static IEnumerable<string> Bodies() =>
    [
        """{"text":"A bomb killed 3 people in Tikrit on Monday, police said.","id":"r1","title":"Bomb in Tikrit","outlet":"Harbour","published":"2024-03-05","language":"en","url":"https://harbour.example/1","credits":["A. Writer"]}""",
        """{"reports":[{"text":"A bomb killed 3 people in Tikrit on Monday, police said.","id":"r1","marking":"TLP:AMBER"},{"text":"Nobody was hurt."}]}""",
        """{"decisions":[{"key":"k1","verdict":"accept","dossier":"embassy-rockets","slot":"killed","value":"3","report":"embassy-rockets","speaker":""},{"key":"k2","verdict":"undo","decision":1}]}""",
        """{"decisions":[{"key":"k3","verdict":"edit","dossier":"market-bombing","slot":"killed","value":"12","to":"14","source":{"report":"market-bombing","start":0,"end":9}},{"key":"k4","verdict":"same","first":"market-bombing","second":"embassy-rockets","why":"seen"}]}""",
        """{"decisions":[{"key":"k5","verdict":"state","dossier":"airport-denial","state":"ready"},{"key":"k6","verdict":"assign","dossier":"airport-denial","to":null},{"key":"k7","verdict":"mark","report":"airport-denial","marking":"TLP:GREEN"},{"key":"k8","verdict":"add","dossier":"airport-denial","slot":"place","value":"Tikrit (IQ)","why":"seen","etag":"\"1\""}]}""",
        """{"name":"ann","password":"a long and silly phrase"}""",
        """{"code":"BCDFG-HJKLM-NPQRS-TVWXZ","name":"ann","password":"a long and silly phrase"}""",
        """{"name":"bo","role":"reviewer","password":"a long and silly phrase"}""",
        """{"role":"editor","disabled":false,"password":null}""",
        """{"name":"feed","rights":["read","export"],"days":30,"marking":"TLP:GREEN"}""",
        """{"url":"https://harbour.example/hook","query":"country=IQ&several=true"}""",
    ];
}
