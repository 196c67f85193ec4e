import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { polices } from "#server/domain/emetteur";

/** How the société's documents look; one row, born with the file. */
export const marque = sqliteTable("marque", {
  id: integer().primaryKey(),
  template: text({ enum: ["sobre", "bandeau", "atelier"] })
    .notNull()
    .default("sobre"),
  accent: text().notNull().default("#16476f"),
  second: text().notNull().default("#c9a227"),
  logoSha256: text("logo_sha256"),
  window: text({ enum: ["right", "left"] })
    .notNull()
    .default("right"),
  /** Typeface of the documents. */
  police: text({ enum: polices }).notNull().default("inter"),
  updatedAt: integer("updated_at").notNull().default(0),
});
