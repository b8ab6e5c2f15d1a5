using TantraSmoke.Web.Features.Alerts;

namespace TantraSmoke.Tests.Unit.Alerts;

public sealed class NewsVoiceTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _said = [];

    [Fact]
    public void Tell_OneChange_IsReadAtOnce_AndGoneAfterAWhile()
    {
        using var voice = Voice();

        voice.Tell([("Anna seated Olga.", [5])]);
        _time.Advance(NewsVoice.Pause);

        Assert.Equal(["Anna seated Olga.", ""], _said);
    }

    [Fact]
    public void Tell_ManyAtOnce_IsOneSentence()
    {
        using var voice = Voice();

        voice.Tell([("a", [5]), ("b", [3]), ("c", [5])]);

        Assert.Equal(["3 at 5,3"], _said);
    }

    [Fact]
    public void Tell_AFlood_IsOneSentenceEveryFewSeconds_AndLosesNothing()
    {
        using var voice = Voice();

        for (var change = 0; change < 20; change++)
        {
            voice.Tell([($"change {change}", [change])]);
            _time.Advance(NewsVoice.Pause / 10);
        }

        _time.Advance(NewsVoice.Pause);
        Assert.Equal(
            ["change 0", "9 at 1,2,3,4,5,6,7,8,9", "10 at 10,11,12,13,14,15,16,17,18,19"],
            _said.Where(sentence => sentence.Length > 0)
        );
    }

    private NewsVoice Voice() =>
        new(_time, OnPage, _said.Add, (count, tables) => $"{count} at {string.Join(',', tables)}");

    private static Task OnPage(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
