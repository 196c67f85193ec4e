import { formatEuros } from "./formats";

/** Cents → « 9 € », « 7,50 € »: a price of a catalogue says no empty cents. */
export const formatPrice = (cents: number): string =>
  formatEuros(cents).replace(/[.,]00(?!\d)/, "");
