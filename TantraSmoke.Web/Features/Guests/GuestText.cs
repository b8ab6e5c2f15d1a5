using TantraSmoke.Core.Guests;

namespace TantraSmoke.Web.Features.Guests;

/// <summary>A guest's contact in short form.</summary>
public static class GuestText
{
    public static string Contact(GuestRow guest) =>
        string.Join(
            " · ",
            new[]
            {
                PhoneNumber.Written(guest.Phone),
                guest.Username is { } username ? "@" + username
                : guest.InTelegram ? "Telegram"
                : null,
            }.OfType<string>()
        );
}
