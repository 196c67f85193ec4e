import { useDeferredValue, useMemo } from "react";
import type { CalendarDay } from "#server/domain/calendar-day";
import { problemsOf } from "#server/domain/completeness";
import { type ComputedFacture, computeFacture } from "#server/domain/compute-facture";
import { dueOn } from "#server/domain/echeance";
import type { Acheteur, Emetteur } from "#server/domain/emetteur";
import type { FactureContent } from "#server/domain/facture";
import { mentionsOf } from "#server/domain/mentions";
import type { Problem } from "#server/domain/refusal";
import type { Mention } from "#server/domain/snapshot";
import { UNKNOWN_ACHETEUR } from "#server/domain/treat-facture";
import { choosableRates } from "#server/domain/tva";
import { unprintableTexts } from "#server/domain/unprintable";
import { ajustementPaths, type EditedAjustement } from "./edited-ajustement";
import { type EditedFacture, ligneAjustementPaths } from "./edited-facture";
import { priceFault } from "./edited-number";
import { useSameText } from "./use-same";

export type Facts = {
  readonly emetteur: Emetteur;
  readonly acheteur: Acheteur | null;
  readonly today: CalendarDay;
};

export type Computation = {
  readonly computed: ComputedFacture;
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  /** What may be issued but had better be looked at. */
  readonly warnings: readonly Problem[];
  readonly rates: readonly number[];
};

/** Everything the sheet shows that nobody typed, by the code the server runs at issue. */
export function useComputedFacture(
  edited: EditedFacture,
  content: FactureContent,
  facts: Facts,
): Computation {
  const { emetteur, acheteur, today } = facts;
  const computed = useMemo(
    () => computeFacture({ content, emetteur, acheteur, on: today }),
    [content, emetteur, acheteur, today],
  );
  // Sentences may lag a key behind the figures; figures never do.
  const settledContent = useDeferredValue(content);
  const settledEdited = useDeferredValue(edited);
  const mentions = useMemo(
    () => mentionsOf(mentionFacts(settledContent, { emetteur, acheteur, today })),
    [settledContent, emetteur, acheteur, today],
  );
  const problems = useMemo(
    () => [
      ...unreadProblems(settledEdited),
      ...problemsOf({ content: settledContent, emetteur, acheteur, today }),
    ],
    [settledEdited, settledContent, emetteur, acheteur, today],
  );
  const warnings = useMemo(() => unprintableTexts(settledContent), [settledContent]);
  const { operation, exemptionArticle } = content;
  const rates = useMemo(
    () =>
      choosableRates({
        emetteur,
        acheteur: acheteur ?? UNKNOWN_ACHETEUR,
        operation,
        exemptionArticle,
        on: today,
      }),
    [emetteur, acheteur, operation, exemptionArticle, today],
  );
  return {
    computed,
    mentions: useSameText(mentions),
    problems: useSameText(problems),
    warnings: useSameText(warnings),
    rates,
  };
}

type MentionFacts = Parameters<typeof mentionsOf>[0];

function mentionFacts(content: FactureContent, { emetteur, acheteur, today }: Facts): MentionFacts {
  const { totals, treatment } = computeFacture({ content, emetteur, acheteur, on: today });
  const real = content.lignes.filter(({ kind }) => kind === "ligne");
  return {
    type: "facture",
    emetteur,
    acheteur: acheteur ?? UNKNOWN_ACHETEUR,
    issuedOn: today,
    dueOn: dueOn(content.echeance, today),
    deliveredOn: content.deliveredOn,
    natures: [...new Set(real.map(({ nature }) => nature))],
    categories: totals.tva.map(({ category }) => category),
    exemptions: treatment.exemptions,
    shipTo: content.shipTo,
    purchaseOrder: content.purchaseOrder,
    preceding: [],
  };
}

/** What was typed and cannot be read: the server never sees it, so the page must say it. */
function unreadProblems({
  lignes,
  ajustements,
  deliveredOn,
  dueOn: due,
}: EditedFacture): Problem[] {
  const unread = (isRead: boolean, field: string, code: string) =>
    isRead ? [] : [{ field, code }];
  const unreadRows = (rows: readonly EditedAjustement[], paths: readonly string[]) =>
    rows.flatMap(({ valeur }, index) =>
      unread(valeur.isRead, `${paths[index]}.valeur`, "AJUSTEMENT_INVALID"),
    );
  return [
    ...unread(deliveredOn.isRead, "deliveredOn", "DAY_INVALID"),
    ...unread(due.isRead, "echeance.on", "DAY_INVALID"),
    ...unreadRows(ajustements, ajustementPaths(ajustements)),
    ...lignes.flatMap((ligne, index) => [
      ...unread(ligne.quantity.isRead, `lignes.${index}.quantity`, "QUANTITY_INVALID"),
      ...unread(
        ligne.unitPriceHt.isRead,
        `lignes.${index}.unitPriceHt`,
        priceFault(ligne.unitPriceHt.typed),
      ),
      ...unread(ligne.remise.isRead, `lignes.${index}.remise`, "AJUSTEMENT_INVALID"),
      ...unreadRows(ligne.ajustements, ligneAjustementPaths(ligne, index)),
    ]),
  ];
}
