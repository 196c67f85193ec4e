import { abonnements } from "#db/control/schema/abonnements";
import type { Terms } from "#server/domain/quota";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import { fixedControlInsert } from "#server/tenancy/fixed-statement";
import type { SocieteId } from "#server/tenancy/tenant";
import { keepRegistration } from "./keep-revenus.ts";
import { type Catalogue, loadCatalogue } from "./terms-of.ts";
import { trialPlanCode } from "./trial-plan-code.ts";

/** New sociétés try Pro this long, once, without giving a card. */
const TRIAL_MS = 14 * 24 * 3_600_000;

/**
 * What a société about to be made may do: written first into its own database, so that its very first facture is
 * already counted against something.
 *
 * @param at instant of its registration, milliseconds UTC
 */
export async function openingTerms(db: ControlDb | ControlTx, at: number): Promise<Terms> {
  return termsFrom(await loadCatalogue(db), at);
}

function termsFrom(catalogue: Catalogue, at: number): Terms {
  const { plan, base } = catalogue;
  return {
    ...base,
    version: 1,
    freeSince: at,
    trial: { plan: plan(trialPlanCode(catalogue)), endsAt: at + TRIAL_MS },
    subscription: null,
    derogations: [],
  };
}

/**
 * Open the abonnement of a société in the transaction that makes it exist. Its trial begins, and never begins again: there
 * is one row a société.
 *
 * @param copied the terms its own database already holds, if any
 */
export async function openAbonnement(
  tx: ControlTx,
  societeId: SocieteId,
  { at, copied }: { readonly at: number; readonly copied: Terms | null },
): Promise<void> {
  const catalogue = await loadCatalogue(tx);
  await insertRow(tx, {
    ...{ societeId, createdAt: at, freeSince: at },
    ...{ trialPlanCode: trialPlanCode(catalogue), trialEndsAt: at + TRIAL_MS },
    ...(copied ? versionsOf(copied, termsFrom(catalogue, at)) : { version: 1, copiedVersion: 0 }),
  });
  await keepRegistration(tx, at);
}

/** A plan changed in between: what was copied keeps its version, and the next one goes after it. */
function versionsOf(copied: Terms, current: Terms) {
  const isSame = JSON.stringify(copied) === JSON.stringify(current);
  return { version: isSame ? copied.version : copied.version + 1, copiedVersion: copied.version };
}

const insertRow = fixedControlInsert(abonnements, [
  ...(["societeId", "createdAt", "freeSince", "trialPlanCode", "trialEndsAt"] as const),
  ...(["version", "copiedVersion"] as const),
]);
