import type { Acheteur } from "./emetteur.ts";
import { isFrenchSoil, placeOf } from "./place.ts";

export type ElectronicAddress = { readonly scheme: string; readonly value: string };

/** Scheme of an electronic address made of a TVA number, by prefix of the number (code list EAS). */
const TVA_SCHEMES: Readonly<Record<string, string>> = {
  AT: "9914",
  BE: "9925",
  BG: "9926",
  CH: "9927",
  CY: "9928",
  CZ: "9929",
  DE: "9930",
  EE: "9931",
  EL: "9933",
  ES: "9920",
  FI: "0213",
  FR: "9957",
  GB: "9932",
  HR: "9934",
  HU: "9910",
  IE: "9935",
  IT: "0211",
  LI: "9936",
  LT: "9937",
  LU: "9938",
  LV: "9939",
  MT: "9943",
  NL: "9944",
  PL: "9945",
  PT: "9946",
  RO: "9947",
  SE: "9955",
  SI: "9949",
  SK: "9950",
};

type Addressed = Pick<Acheteur, "siren" | "tvaNumber" | "email" | "address">;

/**
 * Where the document goes (BT-49): the SIREN under scheme 0225 in France, else the TVA number under the scheme of its
 * country, else the e-mail (EM).
 */
export function electronicAddressOf(acheteur: Addressed): ElectronicAddress | null {
  const { siren, tvaNumber, email, address } = acheteur;
  if (siren !== "" && isFrenchSoil(placeOf(address).zone)) return { scheme: "0225", value: siren };
  const scheme = TVA_SCHEMES[tvaNumber.slice(0, 2)];
  if (scheme && /^[A-Z0-9]+$/.test(tvaNumber)) return { scheme, value: tvaNumber };
  return email === "" ? null : { scheme: "EM", value: email };
}
