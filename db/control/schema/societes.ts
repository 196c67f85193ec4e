import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** `provisioning`: its file is being made, nobody may enter. `maintenance`: closed for a restore. */
const societeStatuses = ["provisioning", "active", "maintenance"] as const;
/** Cache of what the société's own file says (`PRAGMA user_version`), for the console. */
const migrationStates = ["up_to_date", "pending", "failed"] as const;

export const societes = sqliteTable(
  "societes",
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    nom: text().notNull(),
    status: text({ enum: societeStatuses }).notNull(),
    /** Part of the file's name: a restore writes `<id>.<generation + 1>.db`, then switches this. */
    generation: integer().notNull().default(1),
    schemaVersion: integer("schema_version").notNull().default(0),
    migrationState: text("migration_state", { enum: migrationStates }).notNull().default("pending"),
    migrationError: text("migration_error"),
    migrationAt: integer("migration_at"),
    createdAt: integer("created_at").notNull(),
    /** Whoever enters must have given a second factor. */
    asksSecondFactor: integer("asks_second_factor", { mode: "boolean" }).notNull().default(false),
    /** Made-up books, to try the product in: no customer, counted nowhere. See `demonstrations`. */
    isDemonstration: integer("is_demonstration", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [check("societes_generation", sql`${t.generation} >= 1`)],
);
