using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TantraSmoke.Tests.Support;

/// <summary>A door in front of a server: shut, it is to everybody behind it as if the server had stopped.</summary>
public sealed class TcpGate : IAsyncDisposable
{
    private readonly string _host;
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly CancellationTokenSource _forgotten = new(),
        _ended = new();

    // Holds the port while the gate is shut: bound, but nobody listens.
    private readonly Socket _reserved = Bind(
        new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    );
    private TcpListener? _listener;

    public TcpGate(string host, int port) => (_host, To) = (host, port);

    public int Port => ((IPEndPoint)_reserved.LocalEndPoint!).Port;

    /// <summary>The port behind the gate, for connections that are still to come.</summary>
    public int To { get; set; }

    public TcpGate Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _ = AcceptAsync(_listener);
        return this;
    }

    /// <summary>Cuts every connection and refuses new ones.</summary>
    public void Shut()
    {
        _listener?.Stop();
        foreach (var client in _open.Keys)
            client.Close();
    }

    /// <summary>
    /// Nothing passes any more over the connections that are open, and neither side is told; new ones work.
    /// </summary>
    public void Forget() => _forgotten.Cancel();

    public ValueTask DisposeAsync()
    {
        Shut();
        _ended.Cancel();
        _forgotten.Dispose();
        _reserved.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Socket Bind(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(listener, await listener.AcceptTcpClientAsync());
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The gate is shut.
        }
    }

    private async Task CarryAsync(TcpListener listener, TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        (_open[near], _open[far]) = (true, true);
        try
        {
            await far.ConnectAsync(_host, To);
            if (!listener.Server.IsBound)
                return;
            var forget = _forgotten.IsCancellationRequested ? CancellationToken.None : _forgotten.Token;
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), forget),
                far.GetStream().CopyToAsync(near.GetStream(), forget)
            );
            if (forget.IsCancellationRequested)
                await Task.Delay(Timeout.Infinite, _ended.Token);
        }
        catch (Exception cut)
            when (cut
                    is SocketException
                        or IOException
                        or ObjectDisposedException
                        or InvalidOperationException
                        or OperationCanceledException
            )
        {
            // One of the two is gone.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
        }
    }
}
