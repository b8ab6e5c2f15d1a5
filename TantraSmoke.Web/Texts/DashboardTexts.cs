using System.Globalization;

namespace TantraSmoke.Web.Texts;

/// <summary>
/// All texts of the dashboard. One class per language, so that a missing text does not compile. Dates and numbers are
/// formatted with <see cref="Culture"/> explicitly.
/// </summary>
public abstract partial class DashboardTexts
{
    /// <summary>A guest's name within a text, isolated from its direction.</summary>
    public string Named(string? name) => name is null ? NoName : Plain.Name(name);

    public static IReadOnlyList<DashboardTexts> All { get; } = [new EnglishTexts(), new RussianTexts()];

    /// <summary>The texts of the current request, chosen by cookie or Accept-Language.</summary>
    public static DashboardTexts Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The texts of a language; English for unsupported ones.</summary>
    public static DashboardTexts Of(string language) => All.FirstOrDefault(t => t.Language == language) ?? All[0];

    /// <summary>A predefined text in both languages, stored as the venue's own.</summary>
    public static LocalText Both(Func<DashboardTexts, string> words) => new(words(Of("ru")), words(Of("en")));

    /// <summary>"In English", next to a text in another language.</summary>
    public abstract string InLanguage(string language);

    /// <summary>"Description, in English".</summary>
    public string LabelIn(string label, string language) => $"{label}, {InLanguage(language)}";

    /// <summary>Two-letter code, as in html lang.</summary>
    public abstract string Language { get; }

    /// <summary>Name of the language in itself.</summary>
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

    /// <summary>Message about the last tap before the connection was lost.</summary>
    public abstract string PerhapsNotDone { get; }

    public abstract string FieldMissing { get; }
    public abstract string FieldUnreadable { get; }

    /// <summary>Error of a date field; the page fills in {0}.</summary>
    public abstract string DayNotBefore { get; }
    public abstract string DayNotAfter { get; }

    public abstract string DraftIsBack { get; }

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
