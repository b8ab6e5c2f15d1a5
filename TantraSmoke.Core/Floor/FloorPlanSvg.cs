using System.Globalization;
using System.Net;
using System.Text;

namespace TantraSmoke.Core.Floor;

/// <summary>
/// A hall as a self-contained SVG: the picture that goes into chats. The dashboard draws the same <see cref="FloorDrawing"/>
/// with its own style sheet, one component per table.
/// </summary>
public static class FloorPlanSvg
{
    // Room for chairs that stand close to the walls.
    private const int Margin = 20;

    /// <param name="faces">By table id; a table without a face is free.</param>
    public static string Draw(FloorDrawing drawing, IReadOnlyDictionary<int, TableFace> faces)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="{-Margin} {-Margin} {drawing.Width + (2 * Margin)} {drawing.Height + (2 * Margin)}" font-family="Roboto, 'DejaVu Sans', sans-serif" text-anchor="middle">
            <defs><pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V12" stroke="{FloorPalette.Wall}" stroke-width="4"/></pattern></defs>
            <rect x="{-Margin}" y="{-Margin}" width="{drawing.Width + (2 * Margin)}" height="{drawing.Height + (2 * Margin)}" fill="{FloorPalette.Background}"/>
            <rect width="{drawing.Width}" height="{drawing.Height}" rx="16" fill="{FloorPalette.Floor}" stroke="{FloorPalette.Wall}" stroke-width="6"/>

            """);
        foreach (var zone in drawing.Zones)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect x="{zone.X}" y="{zone.Y}" width="{zone.Width}" height="{zone.Height}" rx="16" fill="{FloorPalette.Room}" stroke="{FloorPalette.Wall}" stroke-width="3"/>
                <text x="{zone.X + 18}" y="{zone.Y + 34}" text-anchor="start" font-size="22" font-weight="600" fill="{FloorPalette.Muted}">{WebUtility.HtmlEncode(zone.Name)}</text>

                """);
        }

        foreach (var mark in drawing.Marks)
            Append(svg, mark);
        foreach (var table in drawing.Tables)
            Append(svg, table, faces.GetValueOrDefault(table.TableId) ?? new TableFace(TableState.Free));
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, HallMark mark)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({mark.X} {mark.Y}) rotate({mark.Rotation})">""");
        if (mark.Kind == MarkKind.Wall)
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{-mark.Width / 2.0}" y="{-mark.Height / 2.0}" width="{mark.Width}" height="{mark.Height}" rx="4" fill="{FloorPalette.Wall}"/>""");
        if (mark.Text.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"""<text y="{mark.TextSize * 0.35}" font-size="{mark.TextSize}" font-weight="600" fill="{FloorPalette.Muted}">{WebUtility.HtmlEncode(mark.Text)}</text>""");
        }

        svg.Append("</g>\n");
    }

    private static void Append(StringBuilder svg, TableDrawing table, TableFace face)
    {
        var colours = FloorPalette.Of(face.State);
        svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({table.X} {table.Y})"><g transform="rotate({table.Rotation})">""");
        foreach (var chair in table.Chairs)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"""<rect x="{-chair.Width / 2}" y="{-chair.Height / 2}" width="{chair.Width}" height="{chair.Height}" rx="9" fill="{FloorPalette.Chair}" transform="translate({chair.X} {chair.Y}) rotate({chair.Angle})"/>""");
        }

        var shape = string.Create(CultureInfo.InvariantCulture,
            $"""<rect x="{-table.Width / 2.0}" y="{-table.Height / 2.0}" width="{table.Width}" height="{table.Height}" rx="{table.Corner}" """);
        var dashes = face.State == TableState.Held ? " stroke-dasharray=\"12 8\"" : "";
        svg.Append(shape).Append(CultureInfo.InvariantCulture, $"""fill="{colours.Fill}" stroke="{colours.Line}" stroke-width="4"{dashes}/>""");
        if (face.State == TableState.Blocked)
            svg.Append(shape).Append("""fill="url(#hatch)"/>""");
        var hasCaption = face.Caption.Length > 0;
        svg.Append(CultureInfo.InvariantCulture,
            $"""</g><text y="{(hasCaption ? 2 : 12)}" font-size="34" font-weight="700" fill="{colours.Text}">{table.Number}</text>""");
        if (hasCaption)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"""<text y="26" font-size="20" font-weight="500" fill="{colours.Text}">{WebUtility.HtmlEncode(face.Caption)}</text>""");
        }

        svg.Append("</g>\n");
    }
}
