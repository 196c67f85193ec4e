import { formatEuros } from "#server/domain/amount";

/** Cents → « 9 € », « 7,50 € »: a price of a catalogue says no empty cents. */
export const formatPrice = (cents: number): string => formatEuros(cents).replace(",00", "");
