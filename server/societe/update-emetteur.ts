import { emetteur } from "#db/tenant/schema/emetteur";
import { emetteurFaults, emetteurGaps, needsTvaNumber } from "#server/domain/check-emetteur";
import type { Emetteur } from "#server/domain/emetteur";
import { isSiren, normalizeIdentifier, tvaNumberOf } from "#server/domain/identifiers";
import { type Problem, Refusal } from "#server/domain/refusal";
import { changesOf } from "#server/journal/changes-of";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { loadEmetteur } from "./emetteur-view.ts";

/** The settings page saves section by section; each names its own fields and no other. */
const emetteurSections = {
  identite: [
    "nom",
    "formeJuridique",
    "isEi",
    "siren",
    "siret",
    "rcs",
    "capital",
    "address",
    "email",
    "phone",
    "website",
    "assurance",
  ],
  tva: ["tvaNumber", "regime", "exigibilite", "territoire"],
  paiement: [
    "iban",
    "bic",
    "echeanceDays",
    "echeanceFinDeMois",
    "penalitesRate",
    "escompteRate",
    "escompteDays",
  ],
  documents: ["footer"],
} as const satisfies Record<string, readonly (keyof Emetteur)[]>;

export type EmetteurSection = keyof typeof emetteurSections;
export type EmetteurInput<S extends EmetteurSection> = Pick<
  Emetteur,
  (typeof emetteurSections)[S][number]
>;

/** Where clients pay: what a fraud changes. */
const bank = ["iban", "bic"] as const;

const identifiers = ["siren", "siret", "tvaNumber", "iban", "bic"] as const;

type Saved = {
  /** What the law still asks before the first issue. */
  readonly missing: readonly Problem[];
  /** The administrators are to be told. */
  readonly isBankChanged: boolean;
};

const passwordAsked: Problem = { field: "current_password", code: "PASSWORD_REQUIRED" };

const accounts = (before: Emetteur, after: Emetteur) => ({
  before: { iban: before.iban, bic: before.bic },
  after: { iban: after.iban, bic: after.bic },
});

/**
 * Change one section of the issuer. What is missing may stay so until the first issue; what is given must be right.
 * Documents already issued keep the issuer of their day.
 *
 * @param by.isConfirmed the password was just given again: without it the bank account stays as it is
 * @throws Refusal SOCIETE_INVALID with one problem per field of the section, PASSWORD_REQUIRED
 */
export function updateEmetteur<S extends EmetteurSection>(
  tenant: Tenant,
  section: S,
  input: EmetteurInput<S>,
  { isConfirmed = false, ...by }: By & { readonly isConfirmed?: boolean },
): Promise<Saved> {
  return recorded(tenant, by, async (tx, log) => {
    const before = await loadEmetteur(tx);
    const after = inferred(before, normalized({ ...before, ...input }), section);
    const problems = sectionProblems(after, section);
    if (problems.length > 0) throw new Refusal("SOCIETE_INVALID", {}, problems);
    const isBankChanged = bank.some((key) => before[key] !== after[key]);
    if (isBankChanged && !isConfirmed) throw new Refusal("PASSWORD_REQUIRED", {}, [passwordAsked]);
    const { address, ...columns } = after;
    await tx.update(emetteur).set({ ...columns, ...address, updatedAt: by.now.at });
    const changes = changesOf(before, after, [...emetteurSections[section], "tvaNumber"]);
    const entityId = tenant.societeId;
    await log({ kind: "societe.updated", entityId, payload: { section, ...changes } });
    if (isBankChanged)
      await log({ kind: "banque.changed", entityId, payload: accounts(before, after) });
    return { missing: [...emetteurGaps(after), ...emetteurFaults(after)], isBankChanged };
  });
}

function normalized(emetteur: Emetteur): Emetteur {
  const clean = Object.fromEntries(
    identifiers.map((key) => [key, normalizeIdentifier(emetteur[key])]),
  );
  const siren = clean["siren"] || (clean["siret"] ?? "").slice(0, 9);
  return { ...emetteur, ...clean, siren, nom: emetteur.nom.trim(), email: emetteur.email.trim() };
}

/**
 * The SIREN tells the TVA number of whoever collects TVA: given where none was, and carried along when the SIREN is
 * corrected. A number somebody typed otherwise is theirs.
 */
function inferred(before: Emetteur, after: Emetteur, section: EmetteurSection): Emetteur {
  const { siren, tvaNumber } = after;
  const isOurs = tvaNumber === "" || tvaNumber === (before.siren && tvaNumberOf(before.siren));
  return section === "identite" && isOurs && isSiren(siren) && needsTvaNumber(after)
    ? { ...after, tvaNumber: tvaNumberOf(siren) }
    : after;
}

/** Faults of the section saved, without the `emetteur.` prefix: a fault elsewhere does not hold this one back. */
function sectionProblems(emetteur: Emetteur, section: EmetteurSection): Problem[] {
  const own: readonly string[] = emetteurSections[section];
  return emetteurFaults(emetteur)
    .map((one) => ({ ...one, field: one.field.replace(/^emetteur\./, "") }))
    .filter(({ field }) => own.includes(field.split(".")[0] ?? ""));
}
