using System.Globalization;

namespace TantraSmoke.Web.Texts;

// The venue's settings.
public abstract partial class DashboardTexts
{
    public abstract string SettingsTitle { get; }
    public abstract string SettingsHint { get; }
    public abstract string SettingsLead { get; }
    public abstract string VenueTitle { get; }
    public abstract string BookingRulesTitle { get; }
    public abstract string StaffRulesTitle { get; }
    public abstract string AboutTitle { get; }
    public abstract string SettingsSections { get; }
    public abstract string MapLink { get; }
    public abstract string MapLinkHint { get; }
    public abstract string MapLinkUnread { get; }
    public abstract string MapLinkShort { get; }
    public abstract string ShowOnMap { get; }
    public abstract string ZoneIsFixed { get; }
    public abstract string CountryIsFixed { get; }

    /// <summary>Country codes with their names and calling codes.</summary>
    public IReadOnlyList<(string Value, string Label)> Countries =>
        field ??= [
            .. PhoneNumber
                .Countries.Select(country =>
                    (country.Key, $"{new RegionInfo($"{Language}-{country.Key}").NativeName}, +{country.Value}")
                )
                .OrderBy(country => country.Item2, StringComparer.Create(Culture, ignoreCase: true)),
        ];
    public abstract string ZoneWarning { get; }
    public abstract string Forget { get; }
    public abstract string SettingsSaved { get; }

    public abstract string BotTitle { get; }
    public abstract string BotLead { get; }
    public abstract string NoBot { get; }
    public abstract string NoBotToPrint { get; }
    public abstract string SetUpBot { get; }
    public abstract string BotSilent { get; }
    public abstract string CampaignLinks { get; }
    public abstract string PrintCodes { get; }
    public abstract string ScanToBook { get; }
    public abstract string QrLabel(string url);

    /// <summary>Label of a setting, by property name.</summary>
    public abstract string SettingLabel(string name);

    /// <summary>Unit of a numeric setting; null for others.</summary>
    public abstract string? SettingUnit(string name);

    /// <summary>Label with unit: "No-show after, min".</summary>
    public string SettingName(string name) =>
        SettingUnit(name) is { } unit ? $"{SettingLabel(name)}, {unit}" : SettingLabel(name);

    /// <summary>Help text with an example; null if the label suffices.</summary>
    public abstract string? SettingHint(string name);

    /// <summary>Error message with the expected value.</summary>
    public abstract string SettingProblem(string name);

    /// <summary>"UTC+03:00".</summary>
    public string Offset(TimeSpan offset) =>
        $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset.ToString(@"hh\:mm", Culture)}";

    protected string Between(int least, int most) => $"{Number(least)}–{most.ToString("N0", Culture)}";
}
