using TantraSmoke.Core.Guests;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string AnotherGuest => "Другой гость";
    public override string GuestIsBlocked => "Заблокирован";

    public override string FlagWarning(int noShows) =>
        $"{Number(noShows)} {Plural(noShows, "неявка", "неявки", "неявок")} за последнее время. "
        + "Подтвердите бронь звонком.";

    public override string GuestSearchHint => "Имя, телефон, @username";
    public override string FilterLabel => "Каких гостей показать";
    public override string NoGuests => "Гостей пока нет";
    public override string NoGuestsHint => "Они появятся здесь с первой бронью: из Telegram или по телефону.";
    public override string LastVisit => "Последний визит";
    public override string NextVisit => "Следующий визит";
    public override string VisitsLabel => "визиты";
    public override string NoShowsLabel => "неявки";
    public override string CancellationsLabel => "отмены";
    public override string AveragePartyLabel => "гостей в среднем";
    public override string FavouriteTable => "Любимый стол";
    public override string GuestSince => "Гость с";
    public override string OtherPhones => "Другие номера";
    public override string WasMerged => "Этот гость объединён с другим";
    public override string WasErased => "Личные данные удалены по просьбе гостя. Остались только числа.";

    public override string BlockedBecause(string reason) => $"Не может бронировать онлайн: {reason}";

    public override string NoBookingsYet => "Броней ещё не было.";
    public override string GuestData => "Данные гостя";
    public override string FromTelegram => "Имя и язык приходят из Telegram.";
    public override string TagsLabel => "Метки";
    public override string TagsHint => "через запятую: постоянный, пресса";
    public override string GuestSaved => "Данные гостя сохранены.";

    public override string GuestEditedBy(string who) => $"{who}: карточка изменена";

    public override string NowItSays(string facts) => $"Сейчас: {facts}.";

    public override string GuestCare => "Действия с гостем";
    public override string UnblockGuest => "Разблокировать";
    public override string BlockGuest => "Заблокировать";
    public override string GuestBlockReason => "Причина";
    public override string GuestBlockHint => "В чате гостя попросят позвонить. Причину видят только свои.";

    public override string Namesakes(int others) =>
        $"Ещё {Number(others)} {Plural(others, "гость", "гостя", "гостей")} с таким именем";

    public override string Merge => "Объединить";
    public override string MergeTitle => "С кем объединить?";

    public override string MergeWill(string gone, string keep, int bookings) =>
        $"Останется одна карточка: {keep}. Из второй ({gone}) перейдут {BookingsCount(bookings)}, заметки и метки. "
        + "Отменить это нельзя.";

    public override string MergeWaiting(int count) =>
        $"И {Number(count)} {Plural(count, "запись", "записи", "записей")} в листе ожидания.";

    public override string MergeChats(string keep) =>
        $"У обоих есть Telegram. Сообщения и напоминания будет получать {keep}; писать можно из любого чата.";

    public override string MergeOtherChat(string gone) => $"Пусть получает {gone}";

    public override string MergeYes => "Да, объединить";
    public override string MergeDone => "Гости объединены.";
    public override string Never => "Отмена";
    public override string Erase => "Удалить данные";
    public override string EraseQuestion => "Удалить личные данные навсегда?";

    public override string EraseCancels(int bookings) =>
        $"Будет отменено: {BookingsCount(bookings)}. Гость не получит сообщения.";

    public override string EraseYes => "Да, удалить";
    public override string EraseDone => "Личные данные удалены.";

    public override string GuestFilterName(GuestFilter filter) =>
        filter switch
        {
            GuestFilter.All => "Все",
            GuestFilter.Flagged => "Часто не приходят",
            GuestFilter.Blocked => "Заблокированные",
        };
}
