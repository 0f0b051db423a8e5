namespace Ascribe.Browser;

/// <summary>Every page of the desk with an address that shows something on it.</summary>
internal static class Pages
{
    public static readonly (string Name, string Address)[] All =
    [
        ("inbox", "/"),
        ("dossier", "/dossiers/depot-1?value=killed:12"),
        ("dossier-region", "/dossiers/sahel-1"),
        ("dossier-arabic", "/dossiers/baghdad-ar"),
        ("reading", "/reports?id=camp-1&value=c3"),
        ("search", "/search"),
        ("search-claims", "/search?in=claims&stance=denies"),
        ("actors", "/actors"),
        ("changes", "/changes?since=2024-03-06"),
        ("read", "/read"),
        ("audit", "/audit"),
        ("access", "/audit?of=access"),
        ("users", "/users"),
    ];

    /// <summary>Each page in each language; the third is written as the second, so that a few pages show whether its words have room.</summary>
    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, _) in All.Append(("sign-in", "/")))
        {
            data.Add(name, "en");
            data.Add(name, "ar");
        }

        foreach (var name in new[] { "inbox", "dossier", "search", "users" }) data.Add(name, "fa");
        return data;
    }

    public static string AddressOf(string name) => All.FirstOrDefault(p => p.Name == name).Address ?? "/";
}
