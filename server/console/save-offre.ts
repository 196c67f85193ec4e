import { and, eq, isNull, ne } from "drizzle-orm";
import { plans } from "#db/control/schema/plans";
import type { Abonnements } from "#server/billing/create-abonnements";
import type { Billing } from "#server/billing/create-billing";
import { freePlanCode } from "#server/billing/first-plans";
import { type OffreAsked, writeOffre } from "#server/billing/write-offre";
import { type Problem, Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";
import { log } from "#server/log";
import type { ControlTx } from "#server/tenancy/control";
import type { Operator } from "./operator.ts";
import { pushOffres } from "./push-offres.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

export type OffreDoors = {
  readonly billing: Billing;
  readonly abonnements: Pick<Abonnements, "changePlans">;
};

type Saving = Omit<OffreAsked, "offre"> & {
  /** Null: a new one. */
  readonly offre: string | null;
  readonly reason: string;
};

const longestName = 40;
/** Stripe takes no payment under fifty cents. */
const lowest = 50;
const highest = 10_000_000;

/**
 * Put an offer on sale, or sell it otherwise, here and at Stripe. Who subscribed keeps the version they bought.
 *
 * @returns its name in addresses, and whether Stripe was told
 * @throws Refusal ACTE_INVALID naming the fields, PLAN_NOT_FOUND
 */
export async function saveOffre(
  { billing, abonnements }: OffreDoors,
  { reason: typed, ...saving }: Saving,
  operator: Operator,
): Promise<{ offre: string; isPushed: boolean }> {
  const reason = readReason(typed);
  const { at } = operator.now;
  const offre = await abonnements.changePlans(async (tx) => {
    const asked = await readOffre(tx, saving);
    const versions = await writeOffre(tx, asked, at);
    const kind = saving.offre === null ? ("offre.created" as const) : ("offre.changed" as const);
    const { nom, features, ...terms } = asked;
    const details = { objet: nom, ...terms, features: features.join(" "), versions };
    await recordActe(tx, { kind, societeId: null, reason, details }, operator);
    return asked.offre;
  });
  return { offre, isPushed: await pushedNow(billing) };
}

/** A refusal of Stripe undoes nothing: the page says that it was not told. */
export async function pushedNow(billing: Billing): Promise<boolean> {
  try {
    await pushOffres(billing);
    return true;
  } catch (err) {
    log.warn({ err }, "plans not told to Stripe");
    return false;
  }
}

async function readOffre(tx: ControlTx, saving: Omit<Saving, "reason">): Promise<OffreAsked> {
  const nom = saving.nom.trim();
  const isFree = saving.offre === freePlanCode;
  const problems = [
    ...nameProblems(nom),
    ...(isFree ? [] : priceProblems(saving)),
    ...((await isTaken(tx, nom, saving.offre)) ? [{ field: "nom", code: "OFFRE_NAME_TAKEN" }] : []),
  ];
  if (problems.length > 0) throw new Refusal("ACTE_INVALID", {}, problems);
  const prices = isFree ? { mois: 0, an: null } : { mois: saving.mois, an: saving.an };
  return { ...saving, nom, ...prices, offre: saving.offre ?? (await newCode(tx, nom)) };
}

function nameProblems(nom: string): Problem[] {
  if (nom === "") return [{ field: "nom", code: "REQUIRED" }];
  if (!/\p{L}/u.test(nom)) return [{ field: "nom", code: "NAME_WITHOUT_LETTER" }];
  if (nom.length <= longestName) return [];
  return [{ field: "nom", code: "TOO_LONG", details: { max: longestName } }];
}

function priceProblems({ mois, an }: Pick<Saving, "mois" | "an">): Problem[] {
  if (mois === null && an === null) return [{ field: "mois", code: "REQUIRED" }];
  const fits = (price: number | null) => price === null || (price >= lowest && price <= highest);
  return Object.entries({ mois, an }).flatMap(([field, price]) =>
    fits(price)
      ? []
      : [{ field, code: (price ?? 0) < lowest ? "TOO_SMALL_NUMBER" : "TOO_BIG_NUMBER" }],
  );
}

async function isTaken(tx: ControlTx, nom: string, offre: string | null): Promise<boolean> {
  const rows = await tx
    .select({ nom: plans.nom })
    .from(plans)
    .where(and(isNull(plans.archivedAt), ne(plans.offre, offre ?? "")));
  return rows.some((row) => fold(row.nom) === fold(nom));
}

/** Letters of its name; followed by a number where another offer, sold or not, has them already. */
async function newCode(tx: ControlTx, nom: string): Promise<string> {
  const letters = fold(nom)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 20);
  const base = letters || "offre";
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}_${number}`;
    if ((await tx.$count(plans, eq(plans.offre, code))) === 0) return code;
  }
}
