using System.Globalization;
using System.Net;
using System.Text;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Core.Floor;

/// <summary>
/// Draws a hall as a self-contained SVG for chats. The dashboard draws the same <see cref="FloorDrawing"/> with its own
/// style sheet, one component per table.
/// </summary>
public static class FloorPlanSvg
{
    // Leaves room for chairs close to the walls.
    private const int Margin = 20;

    // Outside the chairs, so that the ring is a separate line.
    private const int Ring = 37;

    private const double UsualText = 34;

    /// <summary>
    /// The hall for a guest who chooses a table: numbers large enough for a phone, as far as the tables allow.
    /// </summary>
    /// <param name="tables">By table id; missing tables count as taken.</param>
    /// <param name="language">Two-letter language of the labels.</param>
    public static string Draw(FloorDrawing drawing, IReadOnlyDictionary<int, TableChance> tables, string language) =>
        Draw(
            drawing,
            drawing.Tables.ToDictionary(t => t.TableId, t => new TableFace(tables.GetValueOrDefault(t.TableId))),
            language,
            drawing.Width / 17.0
        );

    /// <param name="faces">By table id; missing tables count as free.</param>
    /// <param name="language">Two-letter language of the labels.</param>
    /// <param name="text">Height of the numbers in centimetres, if the table has room for it.</param>
    public static string Draw(
        FloorDrawing drawing,
        IReadOnlyDictionary<int, TableFace> faces,
        string language,
        double text = UsualText
    )
    {
        var (width, height) = (drawing.Width + (2 * Margin), drawing.Height + (2 * Margin));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="{-Margin} {-Margin} {width} {height}"
                font-family="Roboto, 'DejaVu Sans', sans-serif" text-anchor="middle">
            <defs>
            <pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V12" stroke="{FloorPalette.Wall}" stroke-width="4"/>
            </pattern>
            </defs>
            <rect class="ground" x="{-Margin}" y="{-Margin}" width="{width}" height="{height}"
                fill="{FloorPalette.Background}"/>
            <rect class="floor" width="{drawing.Width}" height="{drawing.Height}" rx="16"
                fill="{FloorPalette.Floor}" stroke="{FloorPalette.Wall}" stroke-width="6"/>

            """
        );
        foreach (var zone in drawing.Zones)
        {
            var name = WebUtility.HtmlEncode(zone.Name.In(language));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                <rect class="room" x="{zone.X}" y="{zone.Y}" width="{zone.Width}" height="{zone.Height}" rx="16"
                    fill="{FloorPalette.Room}" stroke="{FloorPalette.Wall}" stroke-width="3"/>
                <text class="word" x="{zone.X + 18}" y="{zone.Y + 34}" text-anchor="start"
                    font-size="22" font-weight="600" fill="{FloorPalette.Muted}">{name}</text>

                """
            );
        }

        foreach (var mark in drawing.Marks)
            Append(svg, mark, language);
        foreach (var table in drawing.Tables)
            Append(svg, table, faces.GetValueOrDefault(table.TableId) ?? new TableFace(TableState.Free), text);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, HallMark mark, string language)
    {
        var (words, size) = (mark.Words.In(language), mark.TextSizeIn(language));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<g transform="translate({mark.X} {mark.Y}) rotate({mark.Rotation})">"""
        );
        if (mark.Kind == MarkKind.Wall)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<rect class="wall" x="{-mark.Width / 2.0}" y="{-mark.Height / 2.0}" """
                    + $"""width="{mark.Width}" height="{mark.Height}" rx="4" fill="{FloorPalette.Wall}"/>"""
            );
        if (words.Length > 0)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text class="word" y="{size * 0.35}" font-size="{size}" font-weight="600" """
                    + $"""fill="{FloorPalette.Muted}">{WebUtility.HtmlEncode(words)}</text>"""
            );
        }

        svg.Append("</g>\n");
    }

    private static void Append(StringBuilder svg, TableDrawing table, TableFace face, double text)
    {
        var look = face.Look;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<g class="table" data-table="{table.TableId}" data-state="{face.State}" """
                + $"""transform="translate({table.X} {table.Y})"><g transform="rotate({table.Rotation})">"""
        );
        foreach (var chair in table.Chairs)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<rect class="chair" x="{-chair.Width / 2}" y="{-chair.Height / 2}" """
                    + $"""width="{chair.Width}" height="{chair.Height}" rx="9" fill="{look.Chair}" """
                    + $"""transform="translate({chair.X} {chair.Y}) rotate({chair.Angle})"/>"""
            );
        }

        if (look.IsRinged)
            svg.Append(Shape(table, Ring))
                .Append(
                    CultureInfo.InvariantCulture,
                    $"""class="ring" fill="none" stroke="{look.Line}" stroke-width="5"/>"""
                );
        var dashes = look.IsDashed ? " stroke-dasharray=\"12 8\"" : "";
        svg.Append(Shape(table))
            .Append(
                CultureInfo.InvariantCulture,
                $"""class="top" fill="{look.Fill}" stroke="{look.Line}" """
                    + $"""stroke-width="{(look.IsRinged ? 7 : 4)}"{dashes}/>"""
            );
        if (look.IsHatched)
            svg.Append(Shape(table)).Append("""class="hatch" fill="url(#hatch)"/>""");
        var hasCaption = face.Caption.Length > 0;
        var number = table.Number.ToString(CultureInfo.InvariantCulture);
        var size = hasCaption
            ? UsualText
            : Math.Round(
                Math.Min(
                    text,
                    Math.Max(
                        UsualText,
                        Math.Min(Math.Min(table.Width, table.Height) * 0.62, table.Width * 1.3 / number.Length)
                    )
                ),
                1
            );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""</g><text class="number" y="{(hasCaption ? 2 : Math.Round(size * 0.36, 1))}" """
                + $"""font-size="{size}" font-weight="700" fill="{look.Text}">{number}</text>"""
        );
        if (hasCaption)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text y="26" font-size="20" font-weight="500" """
                    + $"""fill="{look.Text}">{WebUtility.HtmlEncode(face.Caption)}</text>"""
            );
        }

        svg.Append("</g>\n");
    }

    /// <summary>
    /// The beginning of the table's outline element, enlarged by <c>around</c>; the caller appends the paint.
    /// </summary>
    private static string Shape(TableDrawing table, int around = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<rect x="{(-table.Width / 2.0) - around}" y="{(-table.Height / 2.0) - around}" """
                + $"""width="{table.Width + (2 * around)}" height="{table.Height + (2 * around)}" """
                + $"""rx="{table.Corner + around}" """
        );
}
