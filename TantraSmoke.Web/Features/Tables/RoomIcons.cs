using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>Names of Material Symbols.</summary>
internal static class RoomIcons
{
    public static string Of(TableShape shape) => shape switch
    {
        TableShape.Round => "circle",
        TableShape.Square => "square",
        TableShape.Rectangle => "rectangle",
        TableShape.Sofa => "weekend",
    };

    public static string Of(MarkKind kind) => kind switch
    {
        MarkKind.Wall => "horizontal_rule",
        MarkKind.Label => "title",
    };

    public static string Of(Alignment alignment) => alignment switch
    {
        Alignment.Left => "align_horizontal_left",
        Alignment.Centre => "align_horizontal_center",
        Alignment.Right => "align_horizontal_right",
        Alignment.Top => "align_vertical_top",
        Alignment.Middle => "align_vertical_center",
        Alignment.Bottom => "align_vertical_bottom",
    };
}
