import { acheteurFaults } from "#server/domain/check-acheteur";
import type { ClientType } from "#server/domain/client";
import type { Address, Echeance } from "#server/domain/facture";
import { normalizeIdentifier } from "#server/domain/identifiers";
import type { Langue } from "#server/domain/langue";
import { type Problem, Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";
import { textProblems } from "#server/domain/text-problems";

/** What a person may say of a client. */
export type ClientInput = {
  readonly type: ClientType;
  readonly nom: string;
  readonly siren: string;
  readonly siret: string;
  readonly tvaNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
  readonly note: string;
  /** Of their documents; French unless said. */
  readonly langue?: Langue;
  /** Null: the terms of the société. */
  readonly echeance: Echeance | null;
};

/**
 * Columns of a client from what was typed, with the folded forms to sort and search by.
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

/** Identifiers without their spaces, the SIREN taken from the SIRET; a particulier has none of them. */
function normalized({ address, ...input }: ClientInput): ClientInput {
  const isCompany = input.type === "professionnel";
  const identifier = (typed: string) => (isCompany ? normalizeIdentifier(typed) : "");
  const siret = identifier(input.siret);
  return {
    type: input.type,
    nom: input.nom.trim(),
    siren: identifier(input.siren) || siret.slice(0, 9),
    siret,
    tvaNumber: identifier(input.tvaNumber),
    email: input.email.trim(),
    phone: input.phone.trim(),
    address: trimmedAddress(address),
    note: input.note.trim(),
    langue: input.langue ?? "fr",
    echeance: input.echeance,
  };
}

const trimmedAddress = ({ line1, line2, zip, city, country }: Address): Address => ({
  line1: line1.trim(),
  line2: line2.trim(),
  zip: zip.trim(),
  city: city.trim(),
  country,
});

/** What is wrong in what was given, each on the field of the form; what is merely missing is asked at issue. */
function clientProblems(client: ClientInput): Problem[] {
  const missing: Problem[] = client.nom === "" ? [{ field: "nom", code: "REQUIRED" }] : [];
  const faults = acheteurFaults(client).map((one) => ({
    ...one,
    field: one.field.replace(/^client\./, ""),
  }));
  return [...missing, ...faults, ...textProblems("note", client.note, "note")];
}
