import type { CreditAsked } from "#server/domain/credit";
import { LIGNES_MAX } from "#server/domain/field-limits";
import { defineForm } from "../../define-form";
import type { FormReader } from "../../form-reader";

export const quantityName = (index: number) => `lignes.${index}.quantity`;
export const amountName = (groupe: number) => `montants.${groupe}.amountHt`;

/** The places a hidden field names: « 0,2,5 ». */
const placesIn = (form: FormReader, name: string): number[] =>
  form
    .text(name)
    .split(",", LIGNES_MAX)
    .flatMap((place) => (/^\d{1,4}$/.test(place) ? [Number(place)] : []));

/** What is asked as typed so far; empty fields ask for nothing. */
export const readCredit = (form: FormReader): CreditAsked => ({
  lignes: placesIn(form, "lignes")
    .filter((index) => form.text(quantityName(index)) !== "")
    .map((index) => ({ index, quantity: form.quantity(quantityName(index)) })),
  montants: placesIn(form, "groupes")
    .filter((groupe) => form.text(amountName(groupe)) !== "")
    .map((groupe) => ({ groupe, amountHt: form.amount(amountName(groupe)) })),
  motif: form.text("motif"),
});

export const creditForm = defineForm<"factures.credit">({
  procedure: "factures.credit",
  read: (form) => {
    const { lignes, montants, motif } = readCredit(form);
    return {
      factureId: form.text("factureId"),
      idempotencyKey: form.text("idempotencyKey"),
      lignes: [...lignes],
      montants: [...montants],
      motif,
    };
  },
  next: ({ avoirId }) => `/factures/${avoirId}`,
});
