using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TantraSmoke.Tests.Support;

/// <summary>TCP ports of 127.0.0.1 that nobody listens on; the same one is not given out twice in a run.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true))
                return port;
        }
    }
}
