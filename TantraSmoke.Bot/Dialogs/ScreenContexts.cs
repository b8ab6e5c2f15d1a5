using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;
using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Makes the context in which a screen or a card handles one update.</summary>
public sealed class ScreenContexts(VenueCatalogCache catalogs, InstallationSettings installation, TimeProvider time)
{
    public async Task<ScreenContext> OfAsync(ChatSession session, CancellationToken cancellationToken)
    {
        var person = session.Person!;
        return new ScreenContext(
            session,
            new Actor.Guest(session.GuestId, person.Name) { ChatId = person.Id },
            installation.AdminIds.Contains(person.Id),
            TextsOf(session),
            await catalogs.GetAsync(cancellationToken),
            time.GetUtcNow()
        );
    }

    /// <summary>In a group, where no dialog is held and no session kept.</summary>
    public Task<ScreenContext> OfGroupAsync(long chatId, User from, CancellationToken cancellationToken) =>
        OfAsync(new ChatSession { ChatId = chatId, Person = PersonOf(from) }, cancellationToken);

    /// <summary>In the language the guest chose, else the one Telegram reports.</summary>
    public static BotTexts TextsOf(ChatSession session) => BotTexts.For(session.Language ?? session.Person?.Language);

    public static TelegramPerson PersonOf(User from) =>
        new(from.Id, $"{from.FirstName} {from.LastName}".Trim(), from.Username, from.LanguageCode);
}
