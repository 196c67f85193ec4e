import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

/** Whose each société of demonstration is, while it lasts: one a person. */
export const demonstrations = sqliteTable("demonstrations", {
  societeId: text("societe_id")
    .primaryKey()
    .references(() => societes.id),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => users.id),
  /** Milliseconds UTC. */
  createdAt: integer("created_at").notNull(),
});
