using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Features.Audit;

namespace TantraSmoke.Tests.Unit.Audit;

public sealed class AuditActTests
{
    private static readonly AuditLine Line = new(
        "a1",
        TestVenue.Friday,
        "staff",
        "Anna",
        AuditEntry.Added,
        "tables",
        "1",
        null,
        null
    );

    [Fact]
    public void Of_ManyTablesAtOnce_IsOneAct()
    {
        var lines = Enumerable
            .Range(0, 40)
            .Select(n => Line with { Id = $"a{n}", At = TestVenue.Friday.AddSeconds(-n / 10.0) })
            .ToList();

        Assert.Equal(lines, Assert.Single(AuditAct.Of(lines)).Lines);
    }

    public static TheoryData<AuditLine> Others =>
        [
            Line with
            {
                ActorName = "Boris",
            },
            Line with
            {
                Action = AuditEntry.Removed,
            },
            Line with
            {
                Subject = "halls",
            },
            Line with
            {
                At = TestVenue.Friday.AddSeconds(-3),
            },
        ];

    [Theory, MemberData(nameof(Others))]
    public void Of_AnotherPersonActOrMoment_StandsForItself(AuditLine other) =>
        Assert.Equal(2, AuditAct.Of([Line, other]).Count);

    [Fact]
    public void Of_RefusalsOfTwoRights_AreTwo()
    {
        var refusal = Line with
        {
            Action = AuditEntry.Refused,
            Subject = AuditEntry.Rights,
            SubjectId = nameof(Right.EditTables),
        };

        Assert.Equal(2, AuditAct.Of([refusal, refusal with { SubjectId = nameof(Right.ManageStaff) }]).Count);
        Assert.Empty(AuditAct.Of([]));
    }
}
