using TantraSmoke.Bot.Simulator;

namespace TantraSmoke.Bench;

/// <summary>Walks /start, book, party, day, time, confirm; waits like a person for what each step draws.</summary>
internal sealed class BenchGuest : IDisposable
{
    private readonly SimulatedTelegram _telegram;
    private readonly long _id;
    private readonly Random _random;
    private readonly SemaphoreSlim _changed = new(0);

    public BenchGuest(SimulatedTelegram telegram, int number)
    {
        (_telegram, _random) = (telegram, new Random(number));
        _id = telegram.AddPerson($"Guest {number}", languageCode: "en", id: 7_000_000_000 + number).Id;
        telegram.ChatChanged += OnChange;
    }

    public void Dispose()
    {
        _telegram.ChatChanged -= OnChange;
        _changed.Dispose();
    }

    private void OnChange(long chat)
    {
        if (chat == _id)
            _changed.Release();
    }

    private SimulatedMessage? Screen => _telegram.LastFromBot(_id);

    public async Task StepAsync(int step)
    {
        var before = Print(Screen);
        if (step == 0 || Screen is not { } screen)
        {
            _telegram.SendText(_id, "/start");
        }
        else
        {
            // Day and time at random from what is offered; the last row is "back" and "cancel".
            var row = step is 3 or 4 ? _random.Next(Math.Max(1, screen.Buttons.Count - 1)) : 0;
            _telegram.Tap(
                _id,
                screen.Id,
                row,
                step == 2 ? 1
                    : step is 3 or 4 ? _random.Next(screen.Buttons[row].Count)
                    : 0
            );
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Screen is not { } now || Print(now) == before)
            await _changed.WaitAsync(patience.Token);
    }

    /// <summary>Callback data is new with every view of either bot.</summary>
    private static string? Print(SimulatedMessage? message) =>
        message is { Buttons: [[var first, ..], ..] } ? $"{message.Id} {first.Value}" : null;
}
