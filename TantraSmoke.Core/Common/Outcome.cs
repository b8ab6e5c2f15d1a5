using System.Diagnostics.CodeAnalysis;

namespace TantraSmoke.Core.Common;

/// <summary>
/// What was asked for, or the reason why not. A refusal is an ordinary answer; exceptions are faults.
/// </summary>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Refusal? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public Refusal? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal error) => new(null, error);
}
