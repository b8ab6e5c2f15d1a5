using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;
using static MudBlazor.Icons.Material;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>Icons of the hall editor.</summary>
internal static class RoomIcons
{
    public static string Of(TableShape shape) =>
        shape switch
        {
            TableShape.Round => Outlined.Circle,
            TableShape.Square => Outlined.Square,
            TableShape.Rectangle => Outlined.Rectangle,
            TableShape.Sofa => Outlined.Weekend,
        };

    public static string Of(MarkKind kind) =>
        kind switch
        {
            MarkKind.Wall => Outlined.HorizontalRule,
            MarkKind.Label => Outlined.Title,
        };

    public static string Of(Alignment alignment) =>
        alignment switch
        {
            Alignment.Left => Outlined.AlignHorizontalLeft,
            Alignment.Centre => Outlined.AlignHorizontalCenter,
            Alignment.Right => Outlined.AlignHorizontalRight,
            Alignment.Top => Outlined.AlignVerticalTop,
            Alignment.Middle => Outlined.AlignVerticalCenter,
            Alignment.Bottom => Outlined.AlignVerticalBottom,
        };
}
