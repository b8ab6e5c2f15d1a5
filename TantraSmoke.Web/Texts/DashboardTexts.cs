using System.Globalization;

namespace TantraSmoke.Web.Texts;

/// <summary>
/// Every sentence of the dashboard. One class per language: a text that a language lacks does not compile.
/// Dates and numbers are formatted with <see cref="Culture"/> explicitly.
/// </summary>
public abstract partial class DashboardTexts
{
    /// <summary>A guest's name among other words, whichever way it is written.</summary>
    public string Named(string? name) => name is null ? NoName : Plain.Name(name);

    public static IReadOnlyList<DashboardTexts> All { get; } = [new EnglishTexts(), new RussianTexts()];

    /// <summary>The texts of the request under way, as chosen by cookie or Accept-Language.</summary>
    public static DashboardTexts Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The texts of a language; English for languages that we do not speak.</summary>
    public static DashboardTexts Of(string language) => All.FirstOrDefault(t => t.Language == language) ?? All[0];

    /// <summary>Words of ours that become the venue's own, in both languages.</summary>
    public static LocalText Both(Func<DashboardTexts, string> words) => new(words(Of("ru")), words(Of("en")));

    /// <summary>"In English", beside what is written in another language.</summary>
    public abstract string InLanguage(string language);

    /// <summary>"Description, in English".</summary>
    public string LabelIn(string label, string language) => $"{label}, {InLanguage(language)}";

    /// <summary>Two letters, as in html lang.</summary>
    public abstract string Language { get; }

    /// <summary>The language's name in itself.</summary>
    public abstract string LanguageName { get; }
    public abstract CultureInfo Culture { get; }

    public abstract string Floor { get; }
    public abstract string Bookings { get; }
    public abstract string Simulator { get; }
    public abstract string Account { get; }
    public abstract string ThemeLabel { get; }
    public abstract string ThemeSystem { get; }
    public abstract string ThemeLight { get; }
    public abstract string ThemeDark { get; }
    public abstract string LanguageLabel { get; }
    public abstract string SignOut { get; }
    public abstract string Navigation { get; }
    public abstract string SkipToContent { get; }

    public abstract string Reconnecting { get; }
    public abstract string WaitingForServer { get; }
    public abstract string NotDone { get; }

    /// <summary>Of the last tap before the line was lost.</summary>
    public abstract string PerhapsNotDone { get; }

    public abstract string FieldMissing { get; }
    public abstract string FieldUnreadable { get; }

    /// <summary>Of a day; {0} is filled in by the page.</summary>
    public abstract string DayNotBefore { get; }
    public abstract string DayNotAfter { get; }

    public abstract string DraftIsBack { get; }

    /// <summary>A change that failed for a reason of ours, for example because the database is away.</summary>
    public abstract string DiscardTitle { get; }
    public abstract string DiscardHint { get; }
    public abstract string Discard { get; }
    public abstract string KeepTyping { get; }
    public abstract string ChangeFailed { get; }
    public abstract string PageBroke { get; }
    public abstract string Reload { get; }
    public abstract string NotFoundTitle { get; }
    public abstract string NotFoundHint { get; }
    public abstract string GoToFloor { get; }
    public abstract string ErrorTitle { get; }
    public abstract string ErrorLead { get; }

    public abstract string SignInTitle { get; }
    public abstract string SignInLead { get; }
    public abstract string SignInFirstRunHint { get; }
    public abstract string SignInStaffHint { get; }
    public abstract string SignInAskAdmin { get; }
    public abstract string SignIn { get; }
    public abstract string LinkTitle { get; }
    public abstract string LinkLead { get; }
    public abstract string LinkUsedTitle { get; }
    public abstract string LinkUsedLead { get; }
}
