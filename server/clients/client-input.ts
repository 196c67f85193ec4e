import type { clientTypes } from "#db/tenant/schema/clients";
import type { Address, Echeance } from "#server/domain/facture";
import {
  hasTvaNumberFormat,
  isEmail,
  isPostalCode,
  isSiren,
  isSiret,
  isTvaNumber,
  normalizeIdentifier,
} from "#server/domain/identifiers";
import { type Problem, Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";

/** What a person may say of a client. */
export type ClientInput = {
  readonly type: (typeof clientTypes)[number];
  readonly nom: string;
  readonly siren: string;
  readonly siret: string;
  readonly tvaNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
  readonly note: string;
  /** Null: the terms of the société. */
  readonly echeance: Echeance | null;
};

const frenchSoil = /^(?:FR|GP|MQ|GF|RE|YT|BL|MF|PM|NC|PF|WF)$/;

/**
 * Columns of a client from what was typed: identifiers without their spaces, the SIREN taken from the SIRET, the
 * folded forms to sort and search by.
 *
 * @throws Refusal CLIENT_INVALID with one problem per field
 */
export function clientColumns(input: ClientInput) {
  const client = normalized(input);
  const problems = clientProblems(client);
  if (problems.length > 0) throw new Refusal("CLIENT_INVALID", {}, problems);
  const { address, ...own } = client;
  const { nom, email, siren, siret, tvaNumber, phone } = own;
  const digits = phone.replace(/\D/g, "");
  const searched = [nom, address.city, address.zip, email, siren, siret, tvaNumber, digits];
  return {
    ...own,
    ...address,
    nomKey: fold(nom),
    cityKey: fold(address.city),
    search: fold(searched.join(" ")),
  };
}

function normalized({ address, ...input }: ClientInput): ClientInput {
  const siret = normalizeIdentifier(input.siret);
  return {
    type: input.type,
    nom: input.nom.trim(),
    siren: normalizeIdentifier(input.siren) || siret.slice(0, 9),
    siret,
    tvaNumber: normalizeIdentifier(input.tvaNumber),
    email: input.email.trim(),
    phone: input.phone.trim(),
    address: {
      line1: address.line1.trim(),
      line2: address.line2.trim(),
      zip: address.zip.trim(),
      city: address.city.trim(),
      country: address.country,
    },
    note: input.note.trim(),
    echeance: input.echeance,
  };
}

function clientProblems(client: ClientInput): Problem[] {
  const { nom, email, address } = client;
  const checks: readonly (readonly [boolean, string, string])[] = [
    [nom !== "", "nom", "REQUIRED"],
    ...companyChecks(client),
    [email === "" || isEmail(email), "email", "EMAIL_INVALID"],
    [isCountry(address.country), "address.country", "COUNTRY_INVALID"],
    [
      address.zip === "" || isPostalCode(address.country, address.zip),
      "address.zip",
      "ZIP_INVALID",
    ],
  ];
  return checks.flatMap(([holds, field, code]) => (holds ? [] : [{ field, code }]));
}

/** A particulier has none of a company's identifiers; a foreign company has no SIRET. */
function companyChecks({ type, siren, siret, tvaNumber, address }: ClientInput) {
  if (type === "particulier")
    return [
      [siren === "", "siren", "PARTICULIER_HAS_NONE"],
      [siret === "", "siret", "PARTICULIER_HAS_NONE"],
      [tvaNumber === "", "tvaNumber", "PARTICULIER_HAS_NONE"],
    ] as const;
  const isFrench = frenchSoil.test(address.country);
  const isKnownSiren = isFrench ? isSiren(siren) : siret === "";
  return [
    [siren === "" || isKnownSiren, "siren", "SIREN_INVALID"],
    [siret === "" || isSiret(siret), "siret", "SIRET_INVALID"],
    [siret === "" || siret.startsWith(siren), "siret", "SIRET_OF_OTHER_SIREN"],
    [tvaNumber === "" || isKnownTva(tvaNumber, address.country), "tvaNumber", "TVA_NUMBER_INVALID"],
  ] as const;
}

/** Numbers of the Union are checked by their country's form; elsewhere there is no form to check. */
function isKnownTva(tvaNumber: string, country: string): boolean {
  const home = frenchSoil.test(country) ? "FR" : country;
  if (hasTvaNumberFormat(home)) return isTvaNumber(tvaNumber, home);
  return /^[A-Z0-9]{2,20}$/.test(tvaNumber);
}

const regions = new Intl.DisplayNames(["fr"], { type: "region", fallback: "none" });

/** ISO 3166-1 alpha-2, as the platform's own tables know them. */
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
