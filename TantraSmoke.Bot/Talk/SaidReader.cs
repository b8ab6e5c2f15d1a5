using System.Diagnostics;
using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

/// <summary>
/// Reads a typed sentence from left to right by small rules. Ambiguous parts are marked vague, unknown words counted.
/// </summary>
internal sealed class SaidReader
{
    private readonly string _text;
    private readonly bool _isRussian;
    private readonly WordCursor _words;
    private readonly Said _said = new();
    private readonly DayReader _days;
    private readonly TimeReader _times;
    private readonly PartyReader _party;
    private readonly Meaning[] _meanings;
    private bool _hasLooseNumber;

    private SaidReader(string text, bool isRussian)
    {
        _text = text;
        _isRussian = isRussian;
        _words = new WordCursor(text);
        _meanings = new Meaning[_words.Count];
        _days = new DayReader(_words, _said, isRussian);
        _times = new TimeReader(_words, _said, isRussian);
        _party = new PartyReader(_words, _said);
        _said.Asks = IsQuestion(text);
        _said.IsTimeVague = text.Contains('~', StringComparison.Ordinal);
    }

    /// <summary>It ends in a question mark or asks how, what, why.</summary>
    public static bool IsQuestion(string text) =>
        text.Contains('?', StringComparison.Ordinal) || Word.Of(text).Exists(w => Asking.Contains(w.Text));

    private enum Meaning
    {
        /// <summary>Part of the wish.</summary>
        Understood,

        /// <summary>Has no effect.</summary>
        Small,
        Unknown,
    }

    /// <summary>The text without words that introduce a correction.</summary>
    /// <param name="isChange">Whether "move it to" begins a correction too, as of a booking that is being made.</param>
    public static string WithoutSecondThoughts(string text, bool isChange = false)
    {
        var words = Word.Of(text);
        var skipped = words
            .TakeWhile(w => SecondThoughts.Contains(w.Text) || (isChange && Changing.Contains(w.Text)))
            .Count();
        return skipped == words.Count ? text : text[words[skipped].Start..];
    }

    /// <summary>Whether the text begins like a new wish or a correction.</summary>
    public static bool BeginsAnew(string text) =>
        Word.Of(text) is [var first, ..]
        && (SecondThoughts.Contains(first.Text) || Changing.Contains(first.Text) || Wishing.Contains(first.Text));

    /// <param name="isRussian">How dates are written where the letters do not tell: day first.</param>
    public static Said Read(string text, bool isRussian)
    {
        var hasCyrillic = text.Any(c => c is >= 'А' and <= 'я' or 'ё' or 'Ё');
        var hasLatin = text.Any(char.IsAsciiLetter);
        var reader = new SaidReader(text, hasCyrillic || (isRussian && !hasLatin));
        while (reader._words.Current is not null)
        {
            var before = reader._words.Position;
            reader.Step();
            Debug.Assert(reader._words.Position > before, "Every step reads on.");
        }

        return reader.Finish();
    }

    private void Step()
    {
        if (Phrase() || _days.Read() || _party.Read() || _times.Read())
            return;
        var word = _words.Next();
        if (word.Kind == WordKind.Letters && Small.Contains(word.Text))
            _meanings[_words.Position - 1] = Meaning.Small;
        switch (word.Kind)
        {
            case WordKind.Other:
                Unknown();
                break;
            case not WordKind.Letters:
                _hasLooseNumber = true;
                break;
            case var _ when Numbers.ContainsKey(word.Text):
                _hasLooseNumber |= !(word.Text == "one" && Wanting.Contains(_words.At(0)));
                break;
            case var _
                when Possessive.Contains(word.Text)
                    && IsPlainWish
                    && !IsBooking(_words.At(0))
                    && !Phones.Contains(_words.At(0)):
                // "a table for two tomorrow, it is our anniversary"
                Unknown();
                break;
            case var _ when IsOtherwise(word.Text):
                _said.IsOtherwise = true;
                break;
            case var _ when Roughly.Contains(word.Text):
                // "до завтра" says good-bye.
                _said.IsOtherwise |=
                    word.Text == "до" && (Days.ContainsKey(_words.At(0)) || Weekdays.ContainsKey(_words.At(0)));
                _said.IsTimeVague = true;
                if (_words.NumberAt(0) is not null && !PeopleNouns.Contains(_words.At(1)))
                    _words.Past(1);
                break;
            case var _ when SomeDay.Contains(word.Text):
                _said.IsDayVague = true;
                break;
            case var _ when AlsoComing.Contains(word.Text):
                _said.IsPartyVague = true;
                break;
            case var _ when Parts.TryGetValue(word.Text, out var part):
                _said.Part = part;
                break;
            case var _ when Wanting.Contains(word.Text):
                _said.WantsTable = true;
                // "стол 5": that is a table's number.
                if (
                    _words.Current is { Kind: WordKind.Number, Ending: "" }
                    && !PeopleNouns.Contains(_words.At(1))
                    && !Months.ContainsKey(_words.At(1))
                    && !_party.IsHourAt(1)
                )
                {
                    _meanings[_words.Position - 1] = Meaning.Unknown;
                    _words.Past(1);
                    Unknown();
                }

                break;
            case var _ when Coming.Contains(word.Text):
                _said.WantsTable = true;
                break;
            case var _ when !Small.Contains(word.Text):
                Unknown();
                break;
        }
    }

    private void Unknown()
    {
        _said.Unknown++;
        _meanings[_words.Position - 1] = Meaning.Unknown;
    }

    /// <summary>The parts of the text that contain unknown words, as typed.</summary>
    private string? More()
    {
        List<string> parts = [];
        for (var from = 0; from < _words.Count; from++)
        {
            if (_meanings[from] == Meaning.Understood)
                continue;
            var until = from;
            while (until < _words.Count && _meanings[until] != Meaning.Understood)
                until++;
            var last = Array.FindLastIndex(_meanings, until - 1, until - from, m => m == Meaning.Unknown);
            while (last >= from && Joining.Contains(_words[from].Text))
                from++;
            if (last >= from)
                parts.Add(_text[_words[from].Start.._words[last].End]);
            from = until;
        }

        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }

    /// <summary>Phrases of several words.</summary>
    private bool Phrase()
    {
        // "часов в девять": about nine.
        if (_words.At(0) is "часов" or "часиков" && _words.At(1) is "в" or "к" && _words.NumberAt(2) is not null)
            return _words.Past(3) && (_said.IsTimeVague = true);
        // "у нас бронь": one that there is already. "у меня день рождения" is said beside a wish.
        if (
            _words.At(0) == "у"
            && _words.At(1) is "меня" or "нас"
            && Enumerable.Range(2, 3).Any(ahead => IsBooking(_words.At(ahead)))
        )
            return _words.Past(2) && (_said.IsOtherwise = true);
        if (_words.Take("what", "about") || _words.Take("how", "about") || _words.Take("как", "насчет"))
            return true;
        if (_words.NumberAt(0) is { } ofUs && _words.At(1) == "of" && _words.At(2) == "us")
            return _words.Past(3) && Add(ofUs);
        if (_words.Take("good", "evening") || _words.Take("good", "morning") || _words.Take("good", "afternoon"))
            return true;
        if (_words.Take("day", "after", "tomorrow"))
            return Add(new SaidDay.Ahead(2));
        if (_words.Take("через", "неделю") || _words.Take("in", "a", "week"))
            return Add(new SaidDay.Ahead(7));
        if (
            _words.Take("just", "me")
            || _words.Take("only", "me")
            || _words.Take("я", "один")
            || _words.Take("я", "одна")
            || _words.Take("буду", "один")
            || _words.Take("буду", "одна")
            || _words.Take("by", "myself")
        )
            return Add(1);
        if (_words.At(0) is "через" or "in" && _words.NumberAt(1) is { } count)
        {
            var unit = _words.At(2);
            _words.Past(3);
            if (unit.StartsWith("дн", StringComparison.Ordinal) || unit is "день" or "day" or "days")
                return Add(new SaidDay.Ahead(count));
            return _said.IsTimeVague = _said.IsDayVague = true;
        }

        return false;
    }

    /// <summary>Whether a wish with a day, time or party size has been read already.</summary>
    private bool IsPlainWish =>
        _said.WantsTable && _said.Days.Count + _times.Count + _said.Times.Count + _said.Parties.Count > 0;

    private static bool IsBooking(string word) =>
        Wanting.Contains(word) || word.StartsWith("заброн", StringComparison.Ordinal);

    private Said Finish()
    {
        foreach (var number in _party.Undecided)
            Decide(number);
        _times.Finish();
        _said.IsPartyVague |= _said.Parties.Count > 1 || _said.Parties.Contains(0);
        if (_hasLooseNumber)
            _said.IsPartyVague = _said.IsTimeVague = true;
        _said.More = More();
        return _said;
    }

    /// <summary>
    /// Decides what "на 4" is: a party size beside a time, a time beside a party size, else ambiguous.
    /// </summary>
    private void Decide(int number)
    {
        if (_times.Count > 0 && _said.Parties.Count == 0 && _party.Undecided.Count == 1)
            _said.Parties.Add(number);
        else if (_said.Parties.Count > 0 && _times.Count == 0 && number is > 0 and <= 24 && _party.Undecided.Count == 1)
            _times.Add(number);
        else if (!_isRussian && _said.Days.Count == 0 && !_said.IsDayVague && _party.Undecided.Count == 1)
            _said.Parties.Add(number);
        else
            _said.IsPartyVague = _said.IsTimeVague = true;
    }

    private bool Add(SaidDay day)
    {
        _said.Days.Add(day);
        return true;
    }

    private bool Add(int people)
    {
        _said.Parties.Add(people);
        return true;
    }
}
