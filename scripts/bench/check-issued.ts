import type { SocieteId } from "#server/tenancy/tenant";
import { openBulk } from "./bulk-file.ts";

export type IssuedCheck = {
  readonly issued: number;
  readonly duplicates: number;
  readonly gaps: number;
  /** Numbers answered to a caller and not stored. */
  readonly lost: number;
  /** Issued factures without their lignes, their emission, or a page drawn or to be drawn. */
  readonly incomplete: number;
  readonly undrawn: number;
  readonly integrity: string;
};

/** Read back, on the file itself, everything that was issued. The service is stopped. */
export function checkIssued(
  dataDir: string,
  societeId: SocieteId,
  acknowledged: readonly string[],
): IssuedCheck {
  const db = openBulk(dataDir, societeId);
  const one = (sql: string) => Object.values(db.prepare(sql).get() as object)[0] as number;
  const rows = db
    .prepare("SELECT number, rang FROM factures WHERE status = 'emise' AND type = 'facture'")
    .all() as { number: string; rang: number }[];
  const numbers = new Set(rows.map(({ number }) => number));
  const last = one("SELECT coalesce(max(dernier), 0) AS n FROM compteurs WHERE serie = 'facture'");
  const ranks = new Set(rows.map(({ rang }) => rang));
  const check = {
    issued: rows.length,
    duplicates: rows.length - numbers.size + (acknowledged.length - new Set(acknowledged).size),
    gaps: last - ranks.size,
    lost: acknowledged.filter((number) => !numbers.has(number)).length,
    incomplete:
      one(`SELECT count(*) FROM factures f WHERE f.status = 'emise' AND f.type = 'facture' AND (
      (SELECT count(*) FROM lignes_facture l WHERE l.facture_id = f.id AND l.kind = 'ligne') <> 5
      OR NOT EXISTS (SELECT 1 FROM emissions e WHERE e.facture_id = f.id))`),
    undrawn: one("SELECT count(*) FROM taches"),
    integrity: String(one("PRAGMA integrity_check")),
  };
  db.close();
  return check;
}
