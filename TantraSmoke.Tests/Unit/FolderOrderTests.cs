using System.Reflection;
using System.Reflection.Emit;
using TantraSmoke.Bot;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Tests.Unit;

/// <summary>
/// Folders of the core and of the bot depend one way. What counts is the compiled assembly: base types, fields,
/// signatures, attributes and the bodies of methods.
/// </summary>
public sealed class FolderOrderTests
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static;

    /// <summary>From bottom to top, as in docs/architecture.md: a folder knows itself and those before it.</summary>
    private static readonly string[] CoreOrder =
    [
        "Common",
        "Installation",
        "Entities",
        "Live",
        "Data",
        "Replicas",
        "Catalog",
        "Availability",
        "Notifications",
        "Guests",
        "Bookings",
        "Rooms",
        "Schedule",
        "Waitlist",
        "Talk",
        "Friends",
        "GuestRecords",
        "Sending",
        "Floor",
        "Staff",
        "Reports",
        "Settings",
        "Setup",
        "Demo",
    ];

    private static readonly string[] BotOrder =
    [
        "BotApi",
        "Texts",
        "Updates",
        "Caching",
        "Simulator",
        "Screens",
        "Pictures",
        "Links",
        "Cards",
        "Talk",
        "BookTable",
        "Waitlist",
        "MyBookings",
        "Friends",
        "Staff",
        "Home",
        "Sending",
        "Dialogs",
    ];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields()
        .Select(field => field.GetValue(null))
        .OfType<OpCode>()
        .ToDictionary(code => code.Value);

    public static TheoryData<Assembly, string[]> Projects =>
        new() { { typeof(VenueDb).Assembly, CoreOrder }, { typeof(BotRegistration).Assembly, BotOrder } };

    [Theory, MemberData(nameof(Projects), DisableDiscoveryEnumeration = true)]
    public void Folders_KnowOnlyThoseBelow(Assembly project, string[] order)
    {
        var wrong =
            from type in project.GetTypes()
            let folder = FolderOf(project, type)
            where folder is not null
            from used in UsedBy(type).SelectMany(Parts).Distinct()
            let other = FolderOf(project, used)
            where other is not null && Array.IndexOf(order, other) > Array.IndexOf(order, folder)
            select $"{folder} may not know {other}: type {Outermost(type).Name} uses type {Outermost(used).Name}";

        var sentences = wrong.Distinct().Order().ToList();
        Assert.True(sentences.Count == 0, string.Join('\n', sentences));
    }

    [Theory, MemberData(nameof(Projects), DisableDiscoveryEnumeration = true)]
    public void Folders_AllHaveTheirPlace(Assembly project, string[] order) =>
        Assert.Equal(
            order.Order(),
            project.GetTypes().Select(type => FolderOf(project, type)).OfType<string>().Distinct().Order()
        );

    /// <summary>Null for what stands in none: the registration of services, and other assemblies.</summary>
    private static string? FolderOf(Assembly project, Type type) =>
        type.Assembly == project && Outermost(type).Namespace?.Split('.') is ["TantraSmoke", _, var folder, ..]
            ? folder
            : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type> UsedBy(Type type)
    {
        IEnumerable<Type?> used =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
        ];
        var methods = type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).ToList();
        return used.OfType<Type>()
            .Concat(methods.SelectMany(InSignature))
            .Concat(methods.SelectMany(InBody))
            .Concat(new[] { (MemberInfo)type }.Concat(type.GetMembers(Declared)).SelectMany(InAttributes));
    }

    private static IEnumerable<Type> InSignature(MethodBase method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method is MethodInfo { ReturnType: var result } ? [result] : []);

    private static IEnumerable<Type> InAttributes(MemberInfo member) =>
        from attribute in member.GetCustomAttributesData()
        let named = attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>()
        from type in named.Prepend(attribute.AttributeType)
        select type;

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return [];
        var locals = body.LocalVariables.Select(local => local.LocalType);
        var caught = body
            .ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType)
            .OfType<Type>();
        var used = Tokens(body.GetILAsByteArray()!).Select(token => Resolve(method, token)).SelectMany(OfMember);
        return [.. locals, .. caught, .. used];
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var value = code[at] == 0xFE ? (short)((code[at++] << 8) | code[at++]) : code[at++];
            var kind = OpCodesByValue[value].OperandType;
            if (
                kind
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return BitConverter.ToInt32(code, at);
            at += kind switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );

    private static IEnumerable<Type> OfMember(MemberInfo? member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo { IsGenericMethod: true } method =>
            [
                method.DeclaringType!,
                .. InSignature(method),
                .. method.GetGenericArguments(),
            ],
            MethodBase method => [method.DeclaringType!, .. InSignature(method)],
            _ => [],
        };

    /// <summary>The type, and those it is made of.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
        : [type];
}
