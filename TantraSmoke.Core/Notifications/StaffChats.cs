using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Core.Notifications;

/// <summary>Resolves the staff chats and tracks their state. STAFF_CHAT_ID is the group's original id.</summary>
public sealed class StaffChats(InstallationSettings installation, VenueStore store, TimeProvider time)
{
    /// <summary>Pause before retrying a chat that cannot be written to.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private const int MostMoves = 8;

    /// <summary>The admins' private chats and the group, if any.</summary>
    public async Task<long[]> AllAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var group = await GroupAsync(db, cancellationToken);
        return [.. installation.AdminIds.Order().Concat(group is { } id ? [id] : []).Distinct()];
    }

    /// <summary>Where guests' messages go: the group or, without one, the admins.</summary>
    public async Task<long[]> ForTalkAsync(VenueDb db, CancellationToken cancellationToken) =>
        await GroupAsync(db, cancellationToken) is { } group ? [group] : [.. installation.AdminIds.Order()];

    /// <summary>The group's current id; null without a group.</summary>
    public async Task<long?> GroupAsync(VenueDb db, CancellationToken cancellationToken) =>
        (await PathAsync(db, cancellationToken)) is [.., var now] ? now.ChatId : null;

    /// <summary>Whether this is the staff group, by its current or a former id.</summary>
    public async Task<bool> IsGroupAsync(long chatId, CancellationToken cancellationToken) =>
        installation.StaffChatId is not null
        && (await store.ReadAsync(db => PathAsync(db, cancellationToken), cancellationToken)).Exists(c =>
            c.ChatId == chatId
        );

    /// <summary>Ids under which a message of the group may have been posted, most likely first.</summary>
    /// <param name="postedAt">UTC; null if unknown.</param>
    internal async Task<List<long>> PostedInAsync(
        VenueDb db,
        long chatId,
        DateTimeOffset? postedAt,
        CancellationToken cancellationToken
    )
    {
        var path = await PathAsync(db, cancellationToken);
        if (path.Count < 2 || path[^1].ChatId != chatId)
            return [chatId];
        var former = path.Where(c => c.MovedAt is { } moved && (postedAt is null || postedAt < moved))
            .Select(c => c.ChatId)
            .Reverse();
        return [.. former, chatId];
    }

    /// <summary>Records the upgrade to a supergroup; pending messages use the new id.</summary>
    public Task MovedAsync(long from, long to, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var path = await PathAsync(db, cancellationToken);
                if (path is not [.., var last] || last.ChatId != from || path.Exists(c => c.ChatId == to))
                    return;
                var chat = await KnownAsync(db, from, cancellationToken);
                (chat.MovedTo, chat.MovedAt, chat.Trouble, chat.TroubleSince) = (to, time.GetUtcNow(), null, null);
                db.Changes.Add(new VenueChange(ChangeKind.Catalog));
                await db.SaveChangesAsync(cancellationToken);
                await db
                    .Outbox.Where(OutboxMessage.IsWaiting)
                    .Where(m => m.ChatId == from && m.MessageId == null)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.ChatId, to), cancellationToken);
            },
            cancellationToken
        );

    /// <summary>
    /// Records whether the bot can write to the staff group; if it can again, pending messages are sent now.
    /// </summary>
    public async Task NoteAsync(long chatId, ChatTrouble? trouble, CancellationToken cancellationToken)
    {
        if (await IsGroupAsync(chatId, cancellationToken))
            await store.ChangeAsync(
                Actor.System.Instance,
                db => NoteAsync(db, chatId, trouble, cancellationToken),
                cancellationToken
            );
    }

    /// <summary>Why the group or its topic cannot be written to; null if it can.</summary>
    public async Task<ChatTrouble?> TroubleAsync(VenueDb db, CancellationToken cancellationToken) =>
        await PathAsync(db, cancellationToken) is [.., var chat]
            ? chat.Trouble ?? (chat.TopicGoneSince is null ? null : ChatTrouble.TopicGone)
            : null;

    /// <summary>The staff group with its current id and topic; null without a group.</summary>
    public Task<KnownChat?> ShownAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db => await PathAsync(db, cancellationToken) is [.., var chat] ? chat : null,
            cancellationToken
        );

    /// <summary>The chosen topic of the staff group; null for other chats.</summary>
    public async Task<int?> TopicOfAsync(long chatId, CancellationToken cancellationToken) =>
        await ShownAsync(cancellationToken) is { } group && group.ChatId == chatId ? group.TopicId : null;

    /// <summary>
    /// Sets the topic for messages to the staff group. Returns NotAllowed without the right to change settings,
    /// NotFound if the chat is not the current group.
    /// </summary>
    /// <param name="topicId">Telegram's message_thread_id; null to post outside topics.</param>
    /// <param name="name">Name of the topic, if Telegram reported it.</param>
    public async Task<Outcome<KnownChat>> PostInAsync(
        Actor actor,
        long chatId,
        int? topicId,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditSettings))
            return await store.RefuseAsync(actor, Right.EditSettings, cancellationToken);
        return await store.WriteAsync<KnownChat>(
            actor,
            async db =>
            {
                if (await GroupAsync(db, cancellationToken) != chatId)
                    return new CommonRefusal.NotFound();
                var chat = await KnownAsync(db, chatId, cancellationToken);
                chat.PostIn(topicId, Plain.Start(name, KnownChat.TopicNameLimit));
                db.Changes.Add(new VenueChange(ChangeKind.Catalog));
                await db.SaveChangesAsync(cancellationToken);
                return chat;
            },
            cancellationToken
        );
    }

    /// <summary>Records that the topic was deleted: messages go outside topics, and the dashboard shows it.</summary>
    public Task LoseTopicAsync(long chatId, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                (await KnownAsync(db, chatId, cancellationToken)).LoseTopic(time.GetUtcNow());
                db.Changes.Add(new VenueChange(ChangeKind.Catalog));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    internal async Task NoteAsync(VenueDb db, long chatId, ChatTrouble? trouble, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await db.KnownChats.AsNoTracking().SingleOrDefaultAsync(c => c.ChatId == chatId, cancellationToken);
        if (known?.Trouble == trouble && trouble is null)
            return;
        if (known?.Trouble != trouble)
        {
            var chat = await KnownAsync(db, chatId, cancellationToken);
            (chat.Trouble, chat.TroubleSince) = (trouble, trouble is null ? null : chat.TroubleSince ?? now);
            db.Changes.Add(new VenueChange(ChangeKind.Catalog));
            await db.SaveChangesAsync(cancellationToken);
        }

        var (waiting, due) = (db.Outbox.Where(OutboxMessage.IsWaiting).Where(m => m.ChatId == chatId), now + Pause);
        await (
            trouble is null
                ? waiting
                    .Where(m => m.LastError != null && m.DueAt > now)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, now), cancellationToken)
                : waiting
                    .Where(m => m.DueAt < due)
                    .ExecuteUpdateAsync(
                        m =>
                            m.SetProperty(x => x.DueAt, due).SetProperty(x => x.LastError, x => x.LastError ?? "waits"),
                        cancellationToken
                    )
        );
    }

    /// <summary>The group's ids from the configured one to the current one; empty without a group.</summary>
    private async Task<List<KnownChat>> PathAsync(VenueDb db, CancellationToken cancellationToken)
    {
        if (installation.StaffChatId is not { } id)
            return [];
        var known = await db.KnownChats.AsNoTracking().ToDictionaryAsync(c => c.ChatId, cancellationToken);
        List<KnownChat> path = [];
        for (long? next = id; next is { } chat && path.Count < MostMoves; next = path[^1].MovedTo)
            path.Add(known.GetValueOrDefault(chat) ?? new KnownChat(chat));
        return path;
    }

    private static async Task<KnownChat> KnownAsync(VenueDb db, long chatId, CancellationToken cancellationToken)
    {
        if (await db.KnownChats.SingleOrDefaultAsync(c => c.ChatId == chatId, cancellationToken) is { } known)
            return known;
        var chat = new KnownChat(chatId);
        db.KnownChats.Add(chat);
        return chat;
    }
}
