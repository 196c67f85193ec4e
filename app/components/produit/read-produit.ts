import { natures } from "#server/domain/facture";
import type { FormReader } from "../../form-reader";

/** A produit as the form gives it. The rate is chosen in a list, in basis points. */
export const readProduit = (form: FormReader) => ({
  reference: form.text("reference"),
  designation: form.text("designation"),
  description: form.text("description"),
  unit: form.text("unit"),
  unitPriceHt: form.unitPrice("unitPriceHt"),
  rate: form.int("rate"),
  nature: form.choice("nature", natures),
});
