import { countryCodes } from "./country-codes.ts";
import { electronicAddressOf } from "./electronic-address.ts";
import type { Acheteur } from "./emetteur.ts";
import type { Address } from "./facture.ts";
import {
  hasTvaNumberFormat,
  isEmail,
  isPostalCode,
  isSiren,
  isSiret,
  isTvaNumber,
} from "./identifiers.ts";
import { isFrenchSoil, placeOf } from "./place.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";
import { requiredProblems, textProblems, valueProblem } from "./text-problems.ts";

/** Known country, plausible postal code, sane texts. `field` is the path of the address. */
export const addressFaults = (field: string, address: Address): readonly Problem[] => [
  ...valueProblem(
    `${field}.country`,
    address.country,
    (c) => countryCodes.has(c),
    "COUNTRY_INVALID",
  ),
  ...valueProblem(
    `${field}.zip`,
    address.zip,
    (zip) => isPostalCode(address.country, zip),
    "ZIP_INVALID",
  ),
  ...textProblems(`${field}.line1`, address.line1, "addressLine"),
  ...textProblems(`${field}.line2`, address.line2, "addressLine"),
  ...textProblems(`${field}.city`, address.city, "city"),
];

/** Lines, town and country; the postal code only where everybody has one. */
export const addressGaps = (field: string, { line1, city, zip, country }: Address) =>
  requiredProblems({
    [`${field}.line1`]: line1,
    [`${field}.city`]: city,
    [`${field}.country`]: country,
    ...(country === "FR" ? { [`${field}.zip`]: zip } : {}),
  });

/** Countries without a format of ours: any short identifier; Northern Ireland trades goods under XI. */
function isForeignTvaNumber(number: string, country: string): boolean {
  if (country === "GB" && number.startsWith("XI")) return isTvaNumber(number);
  return hasTvaNumberFormat(country)
    ? isTvaNumber(number, country)
    : /^[A-Z0-9][A-Z0-9 ./-]{1,29}$/.test(number);
}

/** What is wrong in what was given of a client, whatever is still missing. Fields are prefixed `client.`. */
export function acheteurFaults(acheteur: Acheteur): readonly Problem[] {
  const { siren, siret, tvaNumber, address, email, nom } = acheteur;
  const isOfCountry = (number: string) => isForeignTvaNumber(number, address.country);
  return [
    ...valueProblem("client.siren", siren, isSiren, "SIREN_INVALID"),
    ...valueProblem("client.siret", siret, isSiret, "SIRET_INVALID"),
    ...valueProblem("client.siret", siret, (s) => s.startsWith(siren), "SIRET_NOT_OF_SIREN"),
    ...valueProblem("client.tvaNumber", tvaNumber, isOfCountry, "TVA_NUMBER_INVALID"),
    ...valueProblem("client.email", email, isEmail, "EMAIL_INVALID"),
    ...textProblems("client.nom", nom, "nom"),
    ...addressFaults("client.address", address),
  ];
}

/** Established where a company has a SIREN; Monaco has its own registry. */
const needsSiren = ({ type, address }: Pick<Acheteur, "type" | "address">): boolean =>
  type === "professionnel" && address.country !== "MC" && isFrenchSoil(placeOf(address).zone);

/** What a lawful facture needs and the client's sheet does not say yet. */
export const acheteurGaps = (acheteur: Acheteur): readonly Problem[] => [
  ...requiredProblems({ "client.nom": acheteur.nom }),
  ...(needsSiren(acheteur) ? requiredProblems({ "client.siren": acheteur.siren }) : []),
  ...addressGaps("client.address", acheteur.address),
  ...(acheteur.type === "professionnel" && !needsSiren(acheteur) && !electronicAddressOf(acheteur)
    ? [problem("client.email", "ELECTRONIC_ADDRESS_REQUIRED")]
    : []),
];
