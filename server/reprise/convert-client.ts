import { type ClientInput, clientColumns } from "#server/clients/client-input";
import { fieldLimits } from "#server/domain/field-limits";
import { Refusal } from "#server/domain/refusal";
import { legacyAddress } from "./legacy-address.ts";
import { lineOf, textOf } from "./legacy-values.ts";
import { type Read, refuse, type Verdict } from "./verdict.ts";

type ClientColumns = ReturnType<typeof clientColumns>;

/**
 * A client as the product would have it. What its sheet would refuse (a SIRET that is none, an impossible postal code) goes
 * to its note, word for word, and is flagged; a name is needed.
 */
export function convertClient(read: Read<"client">): Verdict<ClientColumns> {
  const nom = lineOf(read("nom"));
  if (nom === "") return refuse("it has no name");
  const flags: string[] = [];
  const isLong = nom.length > fieldLimits.nom;
  if (isLong) flags.push("its name was cut");
  const input: ClientInput = {
    // Only a professionnel is asked for a SIREN when a facture is issued: nobody is left out by mistake.
    type: "professionnel",
    nom: nom.slice(0, fieldLimits.nom),
    siren: lineOf(read("siren")),
    siret: lineOf(read("siret")),
    tvaNumber: lineOf(read("tvaNumber")),
    email: lineOf(read("email")),
    phone: lineOf(read("phone")).slice(0, fieldLimits.phone),
    address: legacyAddress({
      line1: read("line1"),
      line2: read("line2"),
      zip: read("zip"),
      city: read("city"),
      country: read("country"),
    }),
    note: [textOf(read("note")), isLong ? nom : ""].filter((part) => part !== "").join("\n"),
    echeance: null,
  };
  return { taken: acceptable(input, flags), flags };
}

/** Moves what is refused to the note, until nothing is. */
function acceptable(input: ClientInput, flags: string[]): ClientColumns {
  try {
    return clientColumns({ ...input, note: input.note.slice(0, fieldLimits.note) });
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const fields = new Set(cause.problems.map(({ field }) => field));
    const without = [...fields].reduce(withoutField, input);
    if (without === input) throw cause;
    flags.push(...[...fields].map((field) => `${field} is not acceptable: kept in its note`));
    return acceptable(without, flags);
  }
}

function withoutField(input: ClientInput, field: string): ClientInput {
  const [first = "", second = ""] = field.split(".");
  if (first === "address") {
    const part = second as keyof ClientInput["address"];
    const kept = `${part} : ${input.address[part]}`;
    return noted({ ...input, address: { ...input.address, [part]: "" } }, kept);
  }
  const name = first as "siren" | "siret" | "tvaNumber" | "email" | "phone";
  if (typeof input[name] !== "string" || input[name] === "") return input;
  return noted({ ...input, [name]: "" }, `${name} : ${input[name]}`);
}

const noted = (input: ClientInput, line: string): ClientInput => ({
  ...input,
  note: input.note === "" ? line : `${input.note}\n${line}`,
});
