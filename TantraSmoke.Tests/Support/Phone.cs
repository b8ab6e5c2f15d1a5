using System.Diagnostics;
using TantraSmoke.Bot.Simulator;

namespace TantraSmoke.Tests.Support;

/// <summary>A guest's phone while the bot runs somewhere else: waits for what appears, as a person does.</summary>
public sealed class Phone(SimulatedTelegram telegram, SimulatedPerson person)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public long ChatId => person.Id;

    public SimulatedMessage? Screen => telegram.LastFromBot(person.Id);

    public void Send(string text) => telegram.SendText(person.Id, text);

    /// <summary>
    /// Waits until a button begins with <paramref name="label"/>, presses it, and waits until the bot has drawn
    /// something new.
    /// </summary>
    public async Task TapAsync(string label, CancellationToken cancellationToken)
    {
        var screen = await WaitAsync(
            s => s.Labels.Any(l => l.StartsWith(label, StringComparison.Ordinal)),
            $"a button \"{label}\"",
            cancellationToken
        );
        telegram.Tap(person.Id, screen.Id, screen.Labels.First(l => l.StartsWith(label, StringComparison.Ordinal)));
        await WaitAsync(
            s => s.Id != screen.Id || Fingerprint(s) != Fingerprint(screen),
            $"an answer to \"{label}\"",
            cancellationToken
        );
    }

    public Task<SimulatedMessage> WaitForTextAsync(string text, CancellationToken cancellationToken) =>
        WaitAsync(s => s.Text.Contains(text, StringComparison.Ordinal), $"\"{text}\"", cancellationToken);

    /// <summary>From /start to the booking: returns its code.</summary>
    public async Task<string> BookAsync(string party, string day, string time, CancellationToken cancellationToken)
    {
        // The menu that is there already would be tapped before its successor has come, and is stale then.
        var before = Screen?.Id;
        Send("/start");
        await WaitAsync(s => s.Id != before, "an answer to /start", cancellationToken);
        await TapAsync("🍽️ Забронировать столик", cancellationToken);
        await TapAsync(party, cancellationToken);
        await TapAsync(day, cancellationToken);
        await TapAsync(time, cancellationToken);
        await TapAsync("✅ Всё верно", cancellationToken);
        return (await WaitForTextAsync("Код брони: ", cancellationToken)).Text.Split("Код брони: ")[1][..6];
    }

    private async Task<SimulatedMessage> WaitAsync(
        Func<SimulatedMessage, bool> condition,
        string what,
        CancellationToken cancellationToken
    )
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(10, cancellationToken))
        {
            if (Screen is { } screen && condition(screen))
                return screen;
        }

        throw new TimeoutException(
            $"{what} did not appear; the chat shows: {Screen?.Text}\n{string.Join(" | ", Screen?.Labels ?? [])}"
        );
    }

    private static string? Fingerprint(SimulatedMessage message) =>
        message.Buttons is [[{ } first, ..], ..] ? first.Value : null;
}
