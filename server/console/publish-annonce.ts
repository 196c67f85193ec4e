import { and, desc, eq, isNull } from "drizzle-orm";
import { annonces } from "#db/control/schema/annonces";
import type { Annonces } from "#server/annonces/create-annonces";
import { etatAnnonce, type NiveauAnnonce } from "#server/domain/annonce";
import { compareDays, startOfDayInParis } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import { type Problem, Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Control } from "#server/tenancy/control";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { endOfDayGiven } from "./read-until.ts";
import { recordActe } from "./record-acte.ts";

type Doors = { readonly control: Control; readonly annonces: Pick<Annonces, "refresh"> };

type Publication = {
  readonly niveau: NiveauAnnonce;
  readonly texteFr: string;
  readonly texteEn: string;
  /** Null: from now on. */
  readonly from: CalendarDay | null;
  /** The last day; null: until it is taken back. */
  readonly until: CalendarDay | null;
  readonly reason: string;
};

const bounds = { min: 3, max: 300 } as const;

/**
 * Tell everybody something, in both languages, above all their pages.
 *
 * @throws Refusal ACTE_INVALID naming each field
 */
export async function publishAnnonce(
  { control, annonces: shown }: Doors,
  { niveau, from, until, ...typed }: Publication,
  operator: Operator,
): Promise<{ readonly annonceId: string }> {
  const [texteFr, texteEn] = [typed.texteFr.trim(), typed.texteEn.trim()];
  const problems = [...textProblems("texteFr", texteFr), ...textProblems("texteEn", texteEn)];
  if (problems.length > 0) throw new Refusal("ACTE_INVALID", {}, problems);
  const reason = readReason(typed.reason);
  const { now } = operator;
  const untilAt = until === null ? null : endOfDayGiven(until, now);
  if (from !== null && until !== null && compareDays(until, from) < 0)
    throw new Refusal("ACTE_INVALID", {}, [{ field: "until", code: "DAY_PAST" }]);
  const fromAt = from === null ? now.at : Math.max(now.at, startOfDayInParis(from));
  const row = { id: newId(), niveau, texteFr, texteEn, fromAt, untilAt, createdAt: now.at };
  await control.write(async (tx) => {
    await tx.insert(annonces).values(row);
    const details = { annonceId: row.id, niveau, from: fromAt, until: untilAt };
    const acte = { kind: "annonce.published", societeId: null, reason, details } as const;
    await recordActe(tx, acte, operator);
  });
  await shown.refresh();
  return { annonceId: row.id };
}

function textProblems(field: string, text: string): Problem[] {
  if (text.length < bounds.min) return [{ field, code: "REQUIRED" }];
  const isLong = text.length > bounds.max;
  return isLong ? [{ field, code: "TOO_LONG", details: { max: bounds.max } }] : [];
}

/**
 * Take an announcement back, shown or to come.
 *
 * @throws Refusal ACTE_INVALID, ANNONCE_NOT_FOUND
 */
export async function endAnnonce(
  { control, annonces: shown }: Doors,
  { annonceId, reason: typed }: { readonly annonceId: string; readonly reason: string },
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  await control.write(async (tx) => {
    const isShown = and(eq(annonces.id, annonceId), isNull(annonces.endedAt));
    const ended = await tx
      .update(annonces)
      .set({ endedAt: operator.now.at })
      .where(isShown)
      .returning();
    if (ended.length === 0) throw new Refusal("ANNONCE_NOT_FOUND");
    const acte = { kind: "annonce.ended", societeId: null, reason } as const;
    await recordActe(tx, { ...acte, details: { annonceId } }, operator);
  });
  await shown.refresh();
}

const listed = 30;

/** The last ones, each with where it stands at this instant (ms). */
export async function listAnnonces(control: Control, at: number) {
  const rows = await control.read((db) =>
    db.select().from(annonces).orderBy(desc(annonces.createdAt)).limit(listed),
  );
  return rows.map((row) => ({ ...row, etat: etatAnnonce(row, at) }));
}
