namespace TantraSmoke.Core.Data;

/// <summary>
/// Triggers that make audit and history append-only. The one exception: inside <see cref="VenueDb.ForgetAsync"/>, texts
/// about a guest can be removed; who did what and when stays.
/// </summary>
internal static class AppendOnly
{
    public const string PostgresForget = "SELECT set_config('tantrasmoke.forgetting', 'on', true)";
    public const string PostgresRemember = "SELECT set_config('tantrasmoke.forgetting', '', true)";
    public const string SqliteForget = "INSERT INTO forgetting (id) VALUES (1)";
    public const string SqliteRemember = "DELETE FROM forgetting";

    public const string PostgresUp = """
        CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $keep$
        BEGIN
            IF TG_OP = 'UPDATE' AND current_setting('tantrasmoke.forgetting', true) = 'on' THEN
                IF to_jsonb(NEW) - ARRAY['actor_name', 'before', 'after']
                        = to_jsonb(OLD) - ARRAY['actor_name', 'before', 'after']
                    AND NEW.actor_name IN (OLD.actor_name, '') AND coalesce(NEW.before = OLD.before, NEW.before IS NULL)
                    AND coalesce(NEW.after = OLD.after, NEW.after IS NULL) THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION '% only takes new rows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $keep$;
        CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $keep$
        BEGIN
            IF TG_OP = 'UPDATE' AND current_setting('tantrasmoke.forgetting', true) = 'on' THEN
                IF to_jsonb(NEW) - ARRAY['actor_name', 'before', 'reason']
                        = to_jsonb(OLD) - ARRAY['actor_name', 'before', 'reason']
                    AND NEW.actor_name IN (OLD.actor_name, '') AND coalesce(NEW.reason = OLD.reason, NEW.reason IS NULL)
                    AND (NEW.before IS NULL) = (OLD.before IS NULL) THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION '% only takes new rows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $keep$;
        CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();
        CREATE TRIGGER keep_table BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
        CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON booking_history
            FOR EACH ROW EXECUTE FUNCTION keep_history();
        CREATE TRIGGER keep_table BEFORE TRUNCATE ON booking_history
            FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
        """;

    public const string PostgresDown = """
        DROP TRIGGER keep_rows ON audit; DROP TRIGGER keep_table ON audit;
        DROP TRIGGER keep_rows ON booking_history; DROP TRIGGER keep_table ON booking_history;
        DROP FUNCTION keep_audit(); DROP FUNCTION keep_history();
        """;

    public static IEnumerable<string> SqliteUp()
    {
        // Contains a row only inside a transaction that deletes personal data.
        yield return "CREATE TABLE forgetting (id INTEGER PRIMARY KEY CHECK (id = 1))";
        foreach (
            var (table, rest, words) in new[]
            {
                (
                    "audit",
                    "id at actor_kind actor_id action subject subject_id",
                    "(NEW.before IS OLD.before OR NEW.before IS NULL) AND (NEW.after IS OLD.after OR NEW.after IS NULL)"
                ),
                (
                    "booking_history",
                    "id booking_id action actor_kind actor_id at version",
                    "(NEW.before IS NULL) = (OLD.before IS NULL) AND (NEW.reason IS OLD.reason OR NEW.reason IS NULL)"
                ),
            }
        )
        {
            var same = string.Join(" AND ", rest.Split(' ').Select(column => $"NEW.{column} IS OLD.{column}"));
            var forgets = $"EXISTS (SELECT 1 FROM forgetting) AND {same} AND NEW.actor_name IN (OLD.actor_name, '')";
            var refuse = $"BEGIN SELECT RAISE(ABORT, '{table} only takes new rows'); END";
            yield return $"""
                CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
                WHEN NOT ({forgets} AND {words})
                {refuse}
                """;
            yield return $"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}";
            // INSERT OR REPLACE deletes without firing the delete trigger.
            yield return $"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
                + $"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {refuse}";
        }
    }

    public static IEnumerable<string> SqliteDown()
    {
        foreach (var table in new[] { "audit", "booking_history" })
        {
            foreach (var what in new[] { "update", "delete", "replace" })
                yield return $"DROP TRIGGER {table}_no_{what}";
        }

        yield return "DROP TABLE forgetting";
    }
}
