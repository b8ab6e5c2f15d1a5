namespace TantraSmoke.Core.Rooms;

/// <summary>The use cases of the room, for a page that needs many of them; others take the one they use.</summary>
public sealed record RoomEditing(
    HallEditing Halls,
    RoomBookings Bookings,
    RoomBeginning Beginning,
    TableFiles Files,
    TablePhotoStore Photos
);
