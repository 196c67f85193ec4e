import type { FormReader } from "./form-reader";

/** The address of a form made of `AddressFields`. */
export const readAddress = (form: FormReader) => ({
  line1: form.text("address.line1"),
  line2: form.text("address.line2"),
  zip: form.text("address.zip"),
  city: form.text("address.city"),
  country: form.text("address.country"),
});
