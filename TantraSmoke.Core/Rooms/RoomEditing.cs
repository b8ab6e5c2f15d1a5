namespace TantraSmoke.Core.Rooms;

/// <summary>The use cases of the room, for pages that need many of them; others inject the single use case.</summary>
public sealed record RoomEditing(
    HallEditing Halls,
    RoomBookings Bookings,
    RoomBeginning Beginning,
    TableFiles Files,
    TablePhotoStore Photos
);
