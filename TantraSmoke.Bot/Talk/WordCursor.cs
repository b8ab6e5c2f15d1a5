using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

/// <summary>The words of a sentence, read from left to right; offsets count from the word that is next.</summary>
internal sealed class WordCursor(string text)
{
    private readonly List<Word> _words = Word.Of(text);

    public int Count => _words.Count;

    public int Position { get; private set; }

    /// <summary>The word that is next; null at the end.</summary>
    public Word? Current => WordAt(0);

    public Word this[int index] => _words[index];

    /// <summary>Takes the next word.</summary>
    public Word Next() => _words[Position++];

    /// <summary>Goes past so many words.</summary>
    /// <returns>true, so that a rule that has read them can end with it.</returns>
    public bool Past(int words)
    {
        Position += words;
        return true;
    }

    /// <summary>Goes past these words if they are next.</summary>
    public bool Take(params string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (At(i) != words[i])
                return false;
        }

        return Past(words.Length);
    }

    public Word? WordAt(int offset) =>
        Position + offset is var index && index >= 0 && index < _words.Count ? _words[index] : null;

    /// <summary>The text of a word; empty beyond either end.</summary>
    public string At(int offset) => WordAt(offset)?.Text ?? "";

    /// <summary>The number a word is, in digits or letters.</summary>
    public int? NumberAt(int offset) =>
        WordAt(offset) switch
        {
            { Kind: WordKind.Number, Value: < 100 } word => word.Value,
            { Kind: WordKind.Letters } word when Numbers.TryGetValue(word.Text, out var number) => number,
            _ => null,
        };
}
