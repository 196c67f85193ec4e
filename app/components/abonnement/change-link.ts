import type { Rythme } from "../tarifs/offre";

/** The dialog that says what a change does, opened by its address: with or without JavaScript. */
export const changeLink = (planCode: string, rythme: Rythme): string =>
  `?${new URLSearchParams({ acte: "changer", plan: planCode, rythme })}`;

export const cancelLink = "?acte=resilier";
