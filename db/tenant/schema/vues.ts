import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { listes } from "#server/domain/liste";

/** A list as somebody filtered and sorted it, under a name: their own, or shown to the whole société. */
export const vues = sqliteTable("vues", {
  id: text().primaryKey(),
  liste: text({ enum: listes }).notNull(),
  nom: text().notNull(),
  /** What the address says of the list, canonical: see `canonicalRecherche`. */
  recherche: text().notNull(),
  userId: text("user_id").notNull(),
  userNom: text("user_nom").notNull(),
  isShared: integer("is_shared", { mode: "boolean" }).notNull().default(false),
  createdAt: integer("created_at").notNull(),
});

/** How one person sets a list: the view it opens on (null: everything), its columns (null: as first seen). */
export const reglagesListes = sqliteTable(
  "reglages_listes",
  {
    userId: text("user_id").notNull(),
    liste: text({ enum: listes }).notNull(),
    vueId: text("vue_id"),
    colonnes: text({ mode: "json" }).$type<readonly string[]>(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.liste] })],
);
