using System.Text.RegularExpressions;

namespace TantraSmoke.Tests.Unit.Texts;

/// <summary>The rules of docs/words.md that a machine can see.</summary>
public sealed partial class WordsTests
{
    [Theory]
    [InlineData(
        "EnglishTexts",
        @"[Cc]ancel(ed|ing)\b|\b[Cc]olors?\b|\b[Cc]enters?\b|\b[Ff]avorite"
            + @"|\b[Oo]rganiz|\b[Rr]ecogniz|\b[Gg]ray\b|\bin line\b"
    )]
    [InlineData(
        "EnglishTexts",
        @"\b[Mm]eanwhile\b|\banew\b|\b[Rr]eally\b|\bfrom when on\b"
            + @"|\bto come\b|\b[Aa]s it was\b(?!:)|\bTelegram number\b|\bTables? \{[^}]*\}\+"
    )]
    [InlineData(
        "RussianTexts",
        @"\b[Тт]очно\b|\b[Тт]ем временем\b|\b[Сс]пис(ок|ке|ка) ожидания\b|\b[Хх]ост(ы|у|ам)?\b"
            + @"|\b[Хх]ронолог|\b[Нн]омер в Telegram\b|\b[Вв]озвращено как\b"
    )]
    [InlineData("RussianTexts", @"[а-яё,»] (Вы|Вас|Вам|Ваш\w*)\b|№\{[^}]*\}\+|\b[Аа]дмин(а|у|ом|ы)?\b(?!-панель)")]
    public void Sentences_OfEitherLanguage_KeepToTheGlossary(string language, string wrong)
    {
        var sentences = new[] { "TantraSmoke.Bot", "TantraSmoke.Web" }
            .SelectMany(project =>
                Directory.GetFiles(Path.Combine(Repository.Root, project, "Texts"), $"{language}*.cs")
            )
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(m => m.Groups["words"].Value))
            .ToList();

        Assert.InRange(sentences.Count, 800, 5_000);
        Assert.DoesNotContain(sentences, sentence => Regex.IsMatch(sentence, wrong));
    }

    /// <summary>What is said behind an arrow or a question, not the words that pick it.</summary>
    [GeneratedRegex("""(?<=(=>|\?|:|\[|,|\+)\s+\$?@?)"(?<words>(\\.|[^"\\])+)"(?!\s*=>)""")]
    private static partial Regex Sentence();
}
