import type { Territoire } from "./emetteur.ts";
import type { Address } from "./facture.ts";

/**
 * Where an operation ends, as TVA sees it. Guadeloupe and Martinique are one market; Monaco is the mainland;
 * `com` and `tiers` lie outside the territory of French TVA.
 */
export type Zone =
  | "metropole"
  | "antilles"
  | "reunion"
  | "guyane_mayotte"
  | "com"
  | "union"
  | "tiers";

export type Place = { readonly zone: Zone; readonly territoire: Territoire | null };

const TERRITOIRE_ZONES: Readonly<Record<Territoire, Zone>> = {
  metropole: "metropole",
  corse: "metropole",
  guadeloupe: "antilles",
  martinique: "antilles",
  reunion: "reunion",
  guyane: "guyane_mayotte",
  mayotte: "guyane_mayotte",
};

/** ISO 3166 codes of the overseas territories, when the address does not say FR. */
const OVERSEAS: Readonly<Record<string, Territoire | "com">> = {
  GP: "guadeloupe",
  MQ: "martinique",
  RE: "reunion",
  GF: "guyane",
  YT: "mayotte",
  BL: "com",
  MF: "com",
  PM: "com",
  WF: "com",
  PF: "com",
  NC: "com",
};

/** Beginnings of postal codes; the longest match wins (97133 Saint-Barthélemy, 97150 Saint-Martin). */
const ZIPS: readonly (readonly [string, Territoire | "com"])[] = [
  ["97133", "com"],
  ["97150", "com"],
  ["971", "guadeloupe"],
  ["972", "martinique"],
  ["973", "guyane"],
  ["974", "reunion"],
  ["975", "com"],
  ["976", "mayotte"],
  ["977", "com"],
  ["978", "com"],
  ["986", "com"],
  ["987", "com"],
  ["988", "com"],
  ["20", "corse"],
];

const UNION = new Set(
  "AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** Member state of the European Union other than France (ISO code: Greece is GR). */
const isUnionCountry = (country: string): boolean => UNION.has(country);

export const zoneOf = (territoire: Territoire): Zone => TERRITOIRE_ZONES[territoire];

const within = (found: Territoire | "com"): Place =>
  found === "com" ? { zone: "com", territoire: null } : { zone: zoneOf(found), territoire: found };

/** Place of an address, by its country and, in France, its postal code. */
export function placeOf({ country, zip }: Pick<Address, "country" | "zip">): Place {
  if (country === "MC") return within("metropole");
  if (country === "FR")
    return within(ZIPS.find(([start]) => zip.startsWith(start))?.[1] ?? "metropole");
  const overseas = OVERSEAS[country];
  if (overseas) return within(overseas);
  return { zone: isUnionCountry(country) ? "union" : "tiers", territoire: null };
}

/** In France, its territories or Monaco: the parties French e-invoicing and SIREN numbers concern. */
export const isFrenchSoil = (zone: Zone): boolean =>
  zone !== "union" && zone !== "tiers" && zone !== "com";
