using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Data;

/// <summary>
/// The constraint that refuses overlapping claims on a table, created by the first migration of each provider.
/// </summary>
internal static class ClaimConstraint
{
    /// <summary>
    /// Claims are inserted with ON CONFLICT DO NOTHING, so a taken table means "no row returned" instead of an error or
    /// deadlock.
    /// </summary>
    public const string PostgresUp = """
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        ALTER TABLE table_claims
            ADD CONSTRAINT claim_length CHECK (starts_at < ends_at AND ends_at - starts_at <= interval '24 hours'),
            ADD CONSTRAINT no_overlap EXCLUDE USING gist (table_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&);
        ALTER TABLE table_claims ALTER CONSTRAINT "FK_table_claims_bookings_booking_id" DEFERRABLE INITIALLY DEFERRED;
        """;

    /// <summary>
    /// The same for SQLite: an overlapping row is silently not inserted. The trigger looks back by the longest claim
    /// only, which the length check guarantees; unbounded it is 60 times slower at a million rows.
    /// </summary>
    public static IEnumerable<string> SqliteUp()
    {
        var longest = (long)TableClaim.Longest.TotalMilliseconds;
        foreach (
            var (name, when, self) in new[]
            {
                ("claim_insert", "BEFORE INSERT ON table_claims", ""),
                ("claim_update", "BEFORE UPDATE OF table_id, starts_at, ends_at ON table_claims", " AND id <> OLD.id"),
            }
        )
        {
            yield return $"""
                CREATE TRIGGER {name}_length {when}
                WHEN NEW.starts_at >= NEW.ends_at OR NEW.ends_at - NEW.starts_at > {longest}
                BEGIN SELECT RAISE(ABORT, 'a claim lasts between 1 ms and 24 h'); END;
                """;
            yield return $"""
                CREATE TRIGGER {name}_overlap {when}
                WHEN EXISTS (
                    SELECT 1 FROM table_claims
                    WHERE table_id = NEW.table_id AND starts_at > NEW.starts_at - {longest} AND starts_at < NEW.ends_at
                        AND ends_at > NEW.starts_at{self})
                BEGIN SELECT RAISE(IGNORE); END;
                """;
        }
    }
}
