using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TantraSmoke.Bot.Talk;

/// <summary>The topic of a sentence that is no wish for a table.</summary>
public enum Topic
{
    Cancel,
    Move,
    Late,
    MyBookings,
    Address,
    Hours,
    Phone,
    Thanks,
    Hello,
    Yes,
    Bye,
}

/// <summary>Recognizes short sentences that the bot can answer. Longer or ambiguous ones go to the staff.</summary>
public static partial class TopicReader
{
    /// <summary>Longer texts say something else as well.</summary>
    private const int MostWords = 10;

    /// <summary>A few emoji.</summary>
    private const int LongestSign = 20;

    private static readonly FrozenSet<string> ThanksWords = Set(
        "спасибо спс пасиб благодарю благодарим thanks thank thx cheers"
    );
    private static readonly FrozenSet<string> HelloWords = Set(
        "привет здравствуйте здрасте здравствуй приветствую хай hello hi hey"
    );
    private static readonly FrozenSet<string> Greetings = Set("добрый доброе доброго good");
    private static readonly FrozenSet<string> TimesOfDay = Set(
        "день дня вечер вечера утро утра morning evening afternoon day"
    );
    private static readonly FrozenSet<string> YesWords = Set(
            "да ок окей хорошо ладно ага угу понял поняла поняли понятно ясно договорились"
        )
        .Concat(Set("yes ok okay sure yep yeah fine"))
        .ToFrozenSet();
    private static readonly FrozenSet<string> ByeWords = Set("пока свидания встречи увидимся bye goodbye");
    private static readonly FrozenSet<string> Polite = Set(
        """
        большое огромное вам вас тебе вы за все очень еще раз отлично супер класс здорово до и
        all the a you so much very many there it got great perfect
        again everyone всем см see soon
        """
    );

    private static readonly IReadOnlyList<FrozenSet<string>> SmallWords =
    [
        ThanksWords,
        HelloWords,
        Greetings,
        TimesOfDay,
        YesWords,
        ByeWords,
        Polite,
    ];

    /// <summary>Null for any other topic.</summary>
    public static Topic? Read(string text)
    {
        if (SmallTalk(text) is { } talk)
            return talk;
        var words = Word.Of(text);
        if (words.Count is 0 or > MostWords || words.Exists(w => w.Kind == WordKind.Other))
            return null;
        var plain = " " + string.Join(' ', words.Select(w => w.Text + w.Ending)) + " ";
        if (Rules.IsMatch(plain))
            return null;
        return CancelWords.IsMatch(plain) && !MoveWords.IsMatch(plain) ? Topic.Cancel
            : MoveWords.IsMatch(plain) && !CancelWords.IsMatch(plain) ? Topic.Move
            : LateWords.IsMatch(plain) ? Topic.Late
            : MineWords.IsMatch(plain) ? Topic.MyBookings
            : HoursWords.IsMatch(plain) ? Topic.Hours
            : AddressWords.IsMatch(plain) ? Topic.Address
            : PhoneWords.IsMatch(plain) ? Topic.Phone
            : null;
    }

    /// <summary>Whether every word is small talk.</summary>
    private static Topic? SmallTalk(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
            return null;
        var words = Word.Of(text).ConvertAll(w => w.Text);
        if (words.Count == 0)
        {
            // An emoji, ")))", "!!!".
            return text.Length <= LongestSign ? Topic.Yes : null;
        }

        if (!words.TrueForAll(w => SmallWords.Any(known => known.Contains(w))))
            return null;
        var isGreeting = Greetings.Contains(words[0]) && words.Exists(TimesOfDay.Contains);
        return words.Exists(ThanksWords.Contains) ? Topic.Thanks
            : words.Exists(ByeWords.Contains) || (words.Contains("see") && words.Contains("you")) ? Topic.Bye
            : words.Exists(HelloWords.Contains) || isGreeting ? Topic.Hello
            : words.Exists(YesWords.Contains) ? Topic.Yes
            : null;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    // House rules, negations and the past: left to the staff.
    [GeneratedRegex(
        " не отмен| не перенос| не опозда| не опазд| (don't|not|without) (cancel|mov|chang|be late)"
            + "| если | if | штраф| fee | fees | penalty | policy "
            + "| за сколько | как долго | how long | почему | why | отменили | отменил | отменила "
            + "| was cancelled | has been cancelled | already | уже | мне звонили | верните | refund | без "
            + "| without "
    )]
    private static partial Regex Rules { get; }

    [GeneratedRegex(
        " отменить | отмените | отмени | отмена | отменяем | отменяю | отменяйте | отмену "
            + "| снять бронь | снимите бронь | cancel | cancellation | canceling | cancelling "
            + "| не (придем|приду|сможем прийти|смогу прийти|сможем приехать|смогу приехать) "
            + "| (can't|cannot|won't|can not) (come|make it|be able to come) "
    )]
    private static partial Regex CancelWords { get; }

    [GeneratedRegex(
        " перенести | перенесите | перенеси | перенос | переноса | перебронировать | перезаписать "
            + "| передвинуть | передвиньте "
            + "| (поменять|изменить|сменить|сдвинуть|поменяйте|измените) (\\w+ )?(бронь|брони|время|дату|день) "
            + "| reschedule | postpone "
            + "| (move|change) (my|our|the|a) (\\w+ )?(booking|bookings|reservation|time|date|day|table) "
            + "| (move|change) it "
    )]
    private static partial Regex MoveWords { get; }

    [GeneratedRegex(
        " опаздываем | опаздываю | опоздаем | опоздаю | опоздать | задержимся | задерживаемся "
            + "| задержусь | задерживаюсь "
            + "| running late | running \\w+ late | (be|are|i'm|we're|am) (\\w+ ){0,2}late | late by "
    )]
    private static partial Regex LateWords { get; }

    [GeneratedRegex(
        " (мои|моя|мою|мой|наши|наша|нашу) (брони|бронь|броней|столик|заказ) "
            + "| (покажи|покажите|показать|посмотреть|проверить|проверьте) (\\w+ )?(брони|бронь) "
            + "| у (меня|нас) (\\w+ )?(бронь|брони|забронировано|забронирован) "
            + "| (my|our) (bookings|booking|reservation|reservations) "
    )]
    private static partial Regex MineWords { get; }

    [GeneratedRegex(
        " (часы|режим|график|время) работы "
            + "| (до|во|со|с|к) скольк\\w+ (\\w+ ){0,2}"
            + "(работаете|открыты|открываетесь|закрываетесь|открыто|работает|закрываете|открываете) "
            + "| когда (вы |\\w+ )?(открываетесь|закрываетесь|работаете|открыты) "
            + "| вы (\\w+ )?(работаете|открыты) | (работаете|открыты) (\\w+ )?(сегодня|завтра|в) "
            + "| opening (hours|times) "
            + "| (what time|when|till when|until when|how late) (\\w+ ){0,3}(open|close|closing) "
            + "| are you (\\w+ )?open "
    )]
    private static partial Regex HoursWords { get; }

    [GeneratedRegex(
        " адрес | адресом | адреса | где (вы|это) (находитесь|находится|расположены) | где вы "
            + "| как (до|к) вас (\\w+ )?| как (\\w+ ){0,2}(доехать|добраться|пройти|проехать|найти вас) "
            + "| address | where are you | where is it | how (\\w+ ){1,3}(get|find) (there|you|to you) "
            + "| directions | your location "
    )]
    private static partial Regex AddressWords { get; }

    [GeneratedRegex(
        " (ваш|какой|дайте|скажите|подскажите) (\\w+ )?(телефон|номер телефона) | телефон для связи "
            + "| номер телефона | (как|куда) (\\w+ )?(вам )?(позвонить|дозвониться) "
            + "| (your|a|the|phone) (phone|number) | phone number | (can|how) (\\w+ )?i call "
    )]
    private static partial Regex PhoneWords { get; }
}
