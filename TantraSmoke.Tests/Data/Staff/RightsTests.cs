using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Staff;

public sealed class RightsTests
{
    private static readonly string[] ForGuestsToo =
    [
        nameof(TableBooking.CreateAsync),
        nameof(TableBooking.HoldAsync),
        nameof(BookingLifecycle.ConfirmAsync),
        nameof(BookingLifecycle.CancelAsync),
    ];

    private static IEnumerable<MethodInfo> Changes =>
        typeof(BookingDesk)
            .GetProperties()
            .Select(useCase => useCase.PropertyType)
            .SelectMany(useCase => useCase.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor))
            .Where(method =>
                method.ReturnType.GetGenericArguments() is [{ IsGenericType: true } outcome]
                && outcome.GetGenericTypeDefinition() == typeof(Outcome<>)
            );

    public static TheoryData<Right> Rights => [.. Enum.GetValues<Right>()];

    public static TheoryData<string> StaffOnly => [.. Changes.Select(method => method.Name).Except(ForGuestsToo)];

    public static TheoryData<string> AllChanges => [.. Changes.Select(method => method.Name)];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, MemberData(nameof(Rights))]
    public void May_WhatOneRoleMay_SoMayTheHigherOnes_AndNoGuest(Right right)
    {
        var may = Enum.GetValues<StaffRole>().Order().Select(role => new Actor.Staff(1, role, "Anna").May(right));

        Assert.Equal(may.Order(), may);
        Assert.True(new Actor.Staff(1, StaffRole.Admin, "Anna").May(right));
        Assert.False(new Actor.Guest(1, "Ирина").May(right));
        Assert.True(Actor.System.Instance.May(right));
    }

    [Theory, MemberData(nameof(StaffOnly))]
    public async Task Change_ByAGuestWithoutTheRight_IsRefusedAndChangesNothing(string name)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(1));

        var error = await CallAsync(venue, name, guest, booking.Id);

        Assert.IsType<CommonRefusal.NotAllowed>(error);
        var after = await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel);
        Assert.Equal((BookingStatus.Booked, booking.Version), (after!.Status, after.Version));
    }

    [Theory, MemberData(nameof(AllChanges))]
    public async Task Change_OfSomebodyElsesBookingByAGuest_NeverSucceeds(string name)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        var other = await venue.GuestAsync(2);

        var error = await CallAsync(venue, name, other, booking.Id);

        Assert.NotNull(error);
        if (ForGuestsToo.Contains(name))
            Assert.True(error is CommonRefusal.NotFound or AvailabilityRefusal.TableTaken, error.ToString());
    }

    private static async Task<Refusal?> CallAsync(TestVenue venue, string name, Actor actor, Guid bookingId)
    {
        var method = Changes.Single(change => change.Name == name);
        var booking = await venue.RequestAsync(20, table: 5);
        var walkIn = new WalkInRequest([await venue.TableAsync(6)], 2, Guid.NewGuid());
        var task = (Task)
            method.Invoke(
                venue.Services.GetRequiredService(method.DeclaringType!),
                [
                    .. method
                        .GetParameters()
                        .Select(parameter =>
                            parameter.ParameterType switch
                            {
                                var type when type == typeof(Actor) => (object?)actor,
                                var type when type == typeof(Guid) => bookingId,
                                var type when type == typeof(BookingRequest) => booking,
                                var type when type == typeof(WalkInRequest) => walkIn,
                                var type when type == typeof(MoveRequest) => new MoveRequest(TableIds: walkIn.TableIds),
                                var type when type == typeof(DateTimeOffset) => TestVenue.Friday.AddDays(1),
                                var type when type == typeof(int) => 1,
                                var type when type == typeof(BookingEdit) => new BookingEdit(
                                    new BookingDetails(3) { Comment = "mine now" }
                                ),
                                var type when type == typeof(CancellationToken) => Cancel,
                                var type when !type.IsValueType || Nullable.GetUnderlyingType(type) is not null => null,
                                var type => throw new NotSupportedException($"Give an example of {type}"),
                            }
                        ),
                ]
            )!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (Refusal?)outcome.GetType().GetProperty("Error")!.GetValue(outcome);
    }
}
