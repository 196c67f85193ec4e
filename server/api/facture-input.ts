import { z } from "zod";
import {
  factureStatuses,
  factureTypes,
  ligneKinds,
  natures,
  operations,
} from "#server/domain/facture";
import {
  AMOUNT_MAX,
  fieldLimits,
  LIGNES_MAX,
  QUANTITY_MAX,
  UNIT_PRICE_MAX,
} from "#server/domain/field-limits";
import { tickedMax } from "#server/domain/selection-limits";
import { factureSorts } from "#server/factures/facture-query";
import { settlementFilters } from "#server/factures/settlement-filter";
import {
  address,
  amount,
  basisPoints,
  cursor,
  day,
  direction,
  echeance,
  field,
  id,
  line,
  lines,
  search,
} from "./fields.ts";

const Ajustement = z.strictObject({
  sens: z.enum(["remise", "frais"]),
  mode: z.enum(["pourcent", "montant"]),
  valeur: z.int().min(0).max(AMOUNT_MAX),
  motif: field("motif"),
});

const Ligne = z.strictObject({
  kind: z.enum(ligneKinds),
  designation: field("designation"),
  description: lines(fieldLimits.description),
  quantity: z.int().min(-QUANTITY_MAX).max(QUANTITY_MAX),
  unit: line(3),
  unitPriceHt: z.int().min(0).max(UNIT_PRICE_MAX),
  rate: basisPoints,
  nature: z.enum(natures),
  ajustements: z.array(Ajustement).max(20),
  produitId: id.nullable(),
});

/**
 * The sheet as autosave sends it. It may be incomplete, never unholdable: what a facture lacks to be issued is told by
 * `check`, not refused here.
 */
export const FactureContentInput = z.strictObject({
  clientId: id.nullable(),
  subject: field("subject"),
  purchaseOrder: field("reference"),
  buyerReference: field("reference"),
  operation: z.enum(operations),
  exemptionArticle: field("exemptionArticle"),
  deliveredOn: day.nullable(),
  echeance,
  shipTo: address.extend({ name: field("nom") }).nullable(),
  note: lines(fieldLimits.note),
  lignes: z.array(Ligne).max(LIGNES_MAX),
  ajustements: z.array(Ajustement).max(20),
});

export const FactureSelectionInput = z.strictObject({
  ids: z.array(id).min(1).max(tickedMax).nullable().default(null),
  q: search.default(""),
  type: z.enum(factureTypes).nullable().default(null),
  status: z.enum(factureStatuses).nullable().default(null),
  settlement: z.enum(settlementFilters).nullable().default(null),
  clientId: id.nullable().default(null),
  from: day.nullable().default(null),
  until: day.nullable().default(null),
  dueFrom: day.nullable().default(null),
  dueUntil: day.nullable().default(null),
  paidFrom: day.nullable().default(null),
  paidUntil: day.nullable().default(null),
  minTtc: amount.nullable().default(null),
  maxTtc: amount.nullable().default(null),
});

export const FactureQueryInput = FactureSelectionInput.extend({
  sort: z.enum(factureSorts).default("date"),
  dir: direction.default("desc"),
  cursor: cursor.default(null),
});

/** What is given back of an issued facture: see `CreditAsked`. */
export const CreditInput = z.strictObject({
  lignes: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(LIGNES_MAX),
        quantity: z.int().min(1, { error: "QUANTITY_INVALID" }).max(QUANTITY_MAX),
      }),
    )
    .max(LIGNES_MAX),
  montants: z
    .array(
      z.strictObject({
        groupe: z.int().min(0).max(20),
        amountHt: z.int().min(1, { error: "AMOUNT_INVALID" }).max(AMOUNT_MAX),
      }),
    )
    .max(20),
  motif: field("motif").trim().min(1),
});
