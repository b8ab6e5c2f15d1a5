using System.Diagnostics.CodeAnalysis;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Core;

/// <summary>What was asked for, or the reason why not. A refusal is an ordinary answer; exceptions are faults.</summary>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, BookingError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public BookingError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(BookingError error) => new(null, error);
}
