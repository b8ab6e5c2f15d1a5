using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Support;

/// <summary>Rows as queries would return them; a test changes what it is about.</summary>
public static class Samples
{
    /// <summary>Every field has a value; each text has the word "секрет".</summary>
    public static readonly BookingDetails Details = new(2, GuestId: 7)
    {
        Comment = "секрет у окна",
        Occasion = Occasion.Birthday,
        Allergies = "секрет с орехами",
        InternalNote = "секрет для своих",
    };

    /// <summary>Table 5 for two, at the time at which a <see cref="TestVenue"/> opens, for two hours.</summary>
    public static readonly BookingRow Booking = new(
        Guid.NewGuid(),
        "K7PW3M",
        TestVenue.Day,
        TestVenue.Friday,
        TestVenue.Friday.AddHours(2),
        1,
        [5],
        new BookingDetails(2, GuestId: 7),
        BookingStatus.Confirmed,
        BookingSource.Telegram,
        1,
        TestVenue.Friday,
        null,
        null,
        "Ёлкин Пётр",
        "+79161234567",
        "petr_e",
        42
    );
}
