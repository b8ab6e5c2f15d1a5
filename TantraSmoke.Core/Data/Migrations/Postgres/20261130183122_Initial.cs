using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attendance",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    away_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chat_sessions",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_sessions", x => x.chat_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "halls",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_halls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cached_values",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cached_values", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "known_chats",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    moved_to = table.Column<long>(type: "bigint", nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    trouble_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    topic_id = table.Column<int>(type: "integer", nullable: true),
                    topic_name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, defaultValue: ""),
                    topic_gone_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_chats", x => x.chat_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    for_guest = table.Column<bool>(type: "boolean", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waitlist_entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    talk_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    useless_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    message_id = table.Column<int>(type: "integer", nullable: true),
                    dedupe_key = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pending_updates",
                columns: table => new
                {
                    update_id = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_updates", x => x.update_id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    venue_name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    address_en = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    phone = table.Column<string>(type: "text", nullable: false),
                    about_ru = table.Column<string>(type: "text", nullable: false),
                    about_en = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, defaultValue: "RU"),
                    service_day_ends = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    horizon_days = table.Column<int>(type: "integer", nullable: false),
                    lead_minutes = table.Column<int>(type: "integer", nullable: false),
                    active_bookings_per_guest = table.Column<int>(type: "integer", nullable: false),
                    hold_minutes = table.Column<int>(type: "integer", nullable: false),
                    no_show_minutes = table.Column<int>(type: "integer", nullable: false),
                    walk_in_minutes = table.Column<int>(type: "integer", nullable: false),
                    offer_minutes = table.Column<int>(type: "integer", nullable: false),
                    no_show_flag_count = table.Column<int>(type: "integer", nullable: false),
                    no_show_flag_months = table.Column<int>(type: "integer", nullable: false),
                    online_paused_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    largest_party_online = table.Column<int>(type: "integer", nullable: true),
                    approval_above = table.Column<int>(type: "integer", nullable: true),
                    cancel_minutes = table.Column<int>(type: "integer", nullable: true),
                    buffer_minutes = table.Column<int>(type: "integer", nullable: false),
                    turn_times = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, defaultValue: ""),
                    pacing_parties = table.Column<int>(type: "integer", nullable: true),
                    pacing_covers = table.Column<int>(type: "integer", nullable: true),
                    setup_done = table.Column<int>(type: "integer", nullable: false),
                    reminder_hours = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "24 3"),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false, defaultValue: new TimeOnly(22, 0, 0)),
                    quiet_until = table.Column<TimeOnly>(type: "time without time zone", nullable: false, defaultValue: new TimeOnly(10, 0, 0)),
                    asks_rating = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    phone_wish = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, defaultValue: "optional"),
                    staff_language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, defaultValue: "russian"),
                    campaigns = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, defaultValue: "")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_links",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    staff_id = table.Column<int>(type: "integer", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    telegram_id = table.Column<long>(type: "bigint", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "table_combinations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    table_ids = table.Column<List<int>>(type: "integer[]", nullable: false),
                    min_party = table.Column<int>(type: "integer", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_combinations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    telegram_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    username = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    chosen_language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    campaign = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    tags = table.Column<List<string>>(type: "text[]", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    anonymized_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    block_reason = table.Column<string>(type: "text", nullable: true),
                    is_unreachable = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                    table.ForeignKey(
                        name: "FK_users_users_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "special_days",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_en = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, defaultValue: ""),
                    hall_id = table.Column<int>(type: "integer", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    block_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_days", x => x.id);
                    table.ForeignKey(
                        name: "FK_special_days_halls_hall_id",
                        column: x => x.hall_id,
                        principalTable: "halls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tables",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hall_id = table.Column<int>(type: "integer", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    min_party = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    description_en = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    x = table.Column<int>(type: "integer", nullable: false),
                    y = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    rotation = table.Column<int>(type: "integer", nullable: false),
                    shape = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    zone = table.Column<string>(type: "text", nullable: true),
                    zone_en = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    is_online = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    photo = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tables", x => x.id);
                    table.ForeignKey(
                        name: "FK_tables_halls_hall_id",
                        column: x => x.hall_id,
                        principalTable: "halls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_staff_sessions_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    guest_id = table.Column<long>(type: "bigint", nullable: true),
                    service_day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    slot_id = table.Column<int>(type: "integer", nullable: true),
                    table_ids = table.Column<List<int>>(type: "integer[]", nullable: false),
                    party_size = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    invite_token = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: true),
                    friends_coming = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    friends_declined = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    campaign = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    occasion = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    allergies = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    internal_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    arrived_guests = table.Column<int>(type: "integer", nullable: true),
                    late_minutes = table.Column<int>(type: "integer", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    guest_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    rating_comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    question = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    idempotency_key = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookings", x => x.id);
                    table.ForeignKey(
                        name: "FK_bookings_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "time_slots",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    start_time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    end_time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    weekdays = table.Column<int>(type: "integer", nullable: false, defaultValue: 127),
                    special_day_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_slots", x => x.id);
                    table.ForeignKey(
                        name: "FK_time_slots_special_days_special_day_id",
                        column: x => x.special_day_id,
                        principalTable: "special_days",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "table_photos",
                columns: table => new
                {
                    table_id = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_photos", x => x.table_id);
                    table.ForeignKey(
                        name: "FK_table_photos_tables_table_id",
                        column: x => x.table_id,
                        principalTable: "tables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_history",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_history", x => x.id);
                    table.ForeignKey(
                        name: "FK_booking_history_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "friend_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<long>(type: "bigint", nullable: false),
                    is_coming = table.Column<bool>(type: "boolean", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    known_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_friend_answers", x => x.id);
                    table.ForeignKey(
                        name: "FK_friend_answers_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_friend_answers_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posted_cards",
                columns: table => new
                {
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posted_cards", x => new { x.booking_id, x.chat_id });
                    table.ForeignKey(
                        name: "FK_posted_cards_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "table_claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    table_id = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    holder = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    guests = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_table_claims_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_table_claims_tables_table_id",
                        column: x => x.table_id,
                        principalTable: "tables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talk_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<long>(type: "bigint", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff_name = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talk_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_talk_messages_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_talk_messages_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waitlist_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_day = table.Column<DateOnly>(type: "date", nullable: false),
                    guest_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    party_size = table.Column<int>(type: "integer", nullable: false),
                    quoted_minutes = table.Column<int>(type: "integer", nullable: false),
                    comment = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    wanted_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wanted_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offered_table_ids = table.Column<List<int>>(type: "integer[]", nullable: false),
                    offered_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offered_slot_id = table.Column<int>(type: "integer", nullable: true),
                    offered_starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offered_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    passed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_because = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    idempotency_key = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waitlist_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_waitlist_entries_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waitlist_entries_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_history_booking_id",
                table: "booking_history",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_code",
                table: "bookings",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bookings_guest_id",
                table: "bookings",
                column: "guest_id");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_idempotency_key",
                table: "bookings",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bookings_invite_token",
                table: "bookings",
                column: "invite_token",
                unique: true,
                filter: "invite_token IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_no_shows",
                table: "bookings",
                columns: new[] { "guest_id", "starts_at" },
                filter: "status = 'no_show'");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_of_campaigns",
                table: "bookings",
                column: "service_day",
                filter: "campaign IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_open",
                table: "bookings",
                column: "starts_at",
                filter: "status IN ('requested', 'booked', 'confirmed', 'seated')");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_question",
                table: "bookings",
                column: "question",
                filter: "question IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_service_day",
                table: "bookings",
                column: "service_day");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_starts_at_id",
                table: "bookings",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_sessions_expires_at",
                table: "chat_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_friend_answers_booking_id_guest_id",
                table: "friend_answers",
                columns: new[] { "booking_id", "guest_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_friend_answers_guest_id",
                table: "friend_answers",
                column: "guest_id");

            migrationBuilder.CreateIndex(
                name: "IX_halls_name_name_en",
                table: "halls",
                columns: new[] { "name", "name_en" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cached_values_expires_at",
                table: "cached_values",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_booking_id",
                table: "outbox",
                column: "booking_id",
                filter: "sent_at IS NULL AND failed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_chat_id_id",
                table: "outbox",
                columns: new[] { "chat_id", "id" },
                filter: "sent_at IS NULL AND failed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_dedupe_key",
                table: "outbox",
                column: "dedupe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_due_at",
                table: "outbox",
                column: "due_at",
                filter: "sent_at IS NULL AND failed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_failed_at",
                table: "outbox",
                column: "failed_at",
                filter: "failed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_talk_id",
                table: "outbox",
                column: "talk_id",
                filter: "talk_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_links_token_hash",
                table: "sign_in_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_special_days_day",
                table: "special_days",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_special_days_hall_id",
                table: "special_days",
                column: "hall_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_email",
                table: "staff",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_telegram_id",
                table: "staff",
                column: "telegram_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_sessions_staff_id",
                table: "staff_sessions",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_table_claims_booking_id",
                table: "table_claims",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_table_claims_expires_at",
                table: "table_claims",
                column: "expires_at",
                filter: "expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_table_claims_holder",
                table: "table_claims",
                column: "holder",
                filter: "holder IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_table_claims_starts_at",
                table: "table_claims",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "IX_table_claims_table_id_starts_at",
                table: "table_claims",
                columns: new[] { "table_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_table_combinations_name",
                table: "table_combinations",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tables_hall_id",
                table: "tables",
                column: "hall_id");

            migrationBuilder.CreateIndex(
                name: "IX_tables_number",
                table: "tables",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_booking_id",
                table: "talk_messages",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_guest_id_at",
                table: "talk_messages",
                columns: new[] { "guest_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_key",
                table: "talk_messages",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_unread",
                table: "talk_messages",
                column: "guest_id",
                filter: "staff_name IS NULL AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_time_slots_special_day_id",
                table: "time_slots",
                column: "special_day_id");

            migrationBuilder.CreateIndex(
                name: "IX_time_slots_start_time",
                table: "time_slots",
                column: "start_time");

            migrationBuilder.CreateIndex(
                name: "IX_users_blocked",
                table: "users",
                column: "is_blocked",
                filter: "is_blocked");

            migrationBuilder.CreateIndex(
                name: "IX_users_campaign",
                table: "users",
                column: "campaign",
                filter: "campaign IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_users_merged_into_id",
                table: "users",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "IX_users_phone",
                table: "users",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "IX_users_telegram_id",
                table: "users",
                column: "telegram_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_booking_id",
                table: "waitlist_entries",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_guest_id",
                table: "waitlist_entries",
                column: "guest_id");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_idempotency_key",
                table: "waitlist_entries",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_service_day",
                table: "waitlist_entries",
                column: "service_day");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_there",
                table: "waitlist_entries",
                column: "joined_at",
                filter: "status IN ('waiting', 'offered')");

            migrationBuilder.Sql(ClaimConstraint.PostgresUp);
            migrationBuilder.Sql(AppendOnly.PostgresUp);
            // History is written in the order of its times, so that a few bytes per megabyte find a day in it.
            migrationBuilder.Sql("""
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX ix_users_search ON users USING gin (search_text gin_trgm_ops);
                CREATE INDEX ix_users_phone_search ON users USING gin (phone gin_trgm_ops);
                CREATE INDEX ix_bookings_code_search ON bookings (code text_pattern_ops);
                CREATE INDEX ix_booking_history_at ON booking_history USING brin (at);
                CREATE INDEX ix_audit_at ON audit (at);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(AppendOnly.PostgresDown);

            migrationBuilder.DropTable(
                name: "attendance");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "booking_history");

            migrationBuilder.DropTable(
                name: "chat_sessions");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "friend_answers");

            migrationBuilder.DropTable(
                name: "cached_values");

            migrationBuilder.DropTable(
                name: "known_chats");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "pending_updates");

            migrationBuilder.DropTable(
                name: "posted_cards");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "sign_in_links");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "table_claims");

            migrationBuilder.DropTable(
                name: "table_combinations");

            migrationBuilder.DropTable(
                name: "table_photos");

            migrationBuilder.DropTable(
                name: "talk_messages");

            migrationBuilder.DropTable(
                name: "time_slots");

            migrationBuilder.DropTable(
                name: "waitlist_entries");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "tables");

            migrationBuilder.DropTable(
                name: "special_days");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "halls");

            migrationBuilder.DropTable(
                name: "users");
        }
    }
}
