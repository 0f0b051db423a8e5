using System.Net;
using System.Net.Sockets;
using Ascribe.Dossiers.Exports;

namespace Ascribe.Desk.Webhooks;

/// <summary>Where webhooks may send to: web addresses that are not within this machine or its network, unless the operator allows those. It is checked of the address that is connected to, so that no name leads elsewhere later.</summary>
internal static class WebhookTarget
{
    private static readonly IPNetwork[] s_private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b::/96", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>What is wrong with an address, in a sentence; null: nothing that can be seen before it is connected to.</summary>
    public static string? Fault(string address, bool allowsPrivate) =>
        !WebAddress.TryParse(address, out var uri) ? "'url' is no address that begins with https:// or http://."
        : uri.UserInfo.Length > 0 ? "'url' holds a name or password; what is sent is signed instead."
        : !allowsPrivate && (uri.IsLoopback || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var literal) && IsPrivate(literal)) ? "'url' lies within this machine or its network, which the desk does not send to; 'ascribe desk --private-webhooks' allows it."
        : null;

    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return s_private.Any(n => n.Contains(plain));
    }

    /// <summary>Connects to the first address of a name that may be sent to.</summary>
    /// <exception cref="HttpRequestException">None may.</exception>
    public static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, bool allowsPrivate, CancellationToken cancelled)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancelled);
        var address = addresses.FirstOrDefault(a => allowsPrivate || !IsPrivate(a)) ?? throw new HttpRequestException("The address lies within this machine or its network.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
