import { clientTypes } from "#server/domain/client";
import { langues } from "#server/domain/langue";
import type { FormReader } from "../../form-reader";
import { readAddress } from "../../read-address";
import { parseEcheance } from "../echeance-choices";

/** A client as the form gives it. */
export const readClient = (form: FormReader) => ({
  type: form.choice("type", clientTypes),
  nom: form.text("nom"),
  siren: form.text("siren"),
  siret: form.text("siret"),
  tvaNumber: form.text("tvaNumber"),
  email: form.text("email"),
  phone: form.text("phone"),
  address: readAddress(form),
  note: form.text("note"),
  // absent from a page opened before it was asked
  langue: form.text("langue") === "" ? langues[0] : form.choice("langue", langues),
  echeance: parseEcheance(form.text("echeance")),
});
