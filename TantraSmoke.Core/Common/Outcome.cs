using System.Diagnostics.CodeAnalysis;

namespace TantraSmoke.Core.Common;

/// <summary>The result of a use case, or the refusal. Refusals are expected answers; exceptions are faults.</summary>
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
