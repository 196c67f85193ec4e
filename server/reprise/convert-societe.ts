import { readNomSociete } from "#server/auth/read-identity";
import type { Emetteur } from "#server/domain/emetteur";
import { fieldLimits } from "#server/domain/field-limits";
import {
  isBic,
  isEmail,
  isIban,
  isPostalCode,
  isSiren,
  isSiret,
  isTvaNumber,
  normalizeIdentifier,
} from "#server/domain/identifiers";
import { legacyAddress } from "./legacy-address.ts";
import { lineOf } from "./legacy-values.ts";
import { type Read, refuse, type Verdict } from "./verdict.ts";

/** What the former tool knew of the société as issuer. */
type Issuer = Pick<
  Emetteur,
  "siren" | "siret" | "tvaNumber" | "email" | "phone" | "address" | "iban" | "bic"
>;
export type ImportedSociete = { readonly nom: string; readonly issuer: Issuer };

/** The société itself. What would be refused in its settings is left for its administrator to say, and flagged. */
export function convertSociete(read: Read<"societe">): Verdict<ImportedSociete> {
  const { value: nom } = readNomSociete(lineOf(read("nom")));
  if (nom === null) return refuse("it has no name");
  const flags: string[] = [];
  const checked = (
    field: keyof Issuer & Parameters<typeof read>[0],
    isRight: (text: string) => boolean,
  ) => {
    const text = lineOf(read(field));
    const value = field === "email" ? text : normalizeIdentifier(text);
    if (value === "" || isRight(value)) return value;
    flags.push(`${field} is not acceptable: left to its administrator`);
    return "";
  };
  const siret = checked("siret", isSiret);
  const issuer = {
    siret,
    siren: checked("siren", isSiren) || siret.slice(0, 9),
    tvaNumber: checked("tvaNumber", (number) => isTvaNumber(number)),
    email: checked("email", isEmail),
    iban: checked("iban", isIban),
    bic: checked("bic", isBic),
    phone: lineOf(read("phone")).slice(0, fieldLimits.phone),
    address: addressOf(read),
  };
  return { taken: { nom, issuer }, flags };
}

function addressOf(read: Read<"societe">) {
  const { line1, line2, zip, city, country } = legacyAddress({
    line1: read("line1"),
    line2: read("line2"),
    zip: read("zip"),
    city: read("city"),
    country: read("country"),
  });
  return {
    line1: line1.slice(0, fieldLimits.addressLine),
    line2: line2.slice(0, fieldLimits.addressLine),
    zip: isPostalCode(country, zip) ? zip : "",
    city: city.slice(0, fieldLimits.city),
    country,
  };
}
