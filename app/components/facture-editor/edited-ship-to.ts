import type { FactureContent } from "#server/domain/facture";

type ShipTo = NonNullable<FactureContent["shipTo"]>;

/** The place of delivery as typed; without any text there is none. */
export type EditedShipTo = ShipTo;
export type ShipToField = keyof ShipTo;

export const emptyShipTo: EditedShipTo = {
  name: "",
  line1: "",
  line2: "",
  zip: "",
  city: "",
  country: "FR",
};

/** Null when nothing but the country is said: goods go where the facture goes. */
export function shipToOf(edited: EditedShipTo): ShipTo | null {
  const { name, line1, line2, zip, city, country } = edited;
  const texts = [name, line1, line2, zip, city].map((text) => text.trim());
  if (texts.every((text) => text === "")) return null;
  const [trimmedName = "", first = "", second = "", code = "", town = ""] = texts;
  return { name: trimmedName, line1: first, line2: second, zip: code, city: town, country };
}
