import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { niveauxAnnonce } from "#server/domain/annonce";
import { users } from "./users.ts";

/** What the operator tells everybody. Instants in ms. */
export const annonces = sqliteTable("annonces", {
  id: text().primaryKey(),
  niveau: text({ enum: niveauxAnnonce }).notNull(),
  texteFr: text("texte_fr").notNull(),
  texteEn: text("texte_en").notNull(),
  fromAt: integer("from_at").notNull(),
  /** Null: until it is taken back. */
  untilAt: integer("until_at"),
  createdAt: integer("created_at").notNull(),
  /** Taken back. */
  endedAt: integer("ended_at"),
});

export type Annonce = typeof annonces.$inferSelect;

/** Put away, each by one person. */
export const annoncesMasquees = sqliteTable(
  "annonces_masquees",
  {
    annonceId: text("annonce_id")
      .notNull()
      .references(() => annonces.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.annonceId, t.userId] })],
);
