import { formatEuros, formatRate } from "./amount.ts";
import { addDays, formatDay } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";
import { hasCapital } from "./check-emetteur.ts";
import type { Acheteur, Emetteur } from "./emetteur.ts";
import type { RuledExemption } from "./exemption-rules.ts";
import type { Address, FactureType, Nature, TvaCategory } from "./facture.ts";
import { formatSiren } from "./identifiers.ts";
import type { LegalTextId } from "./legal-texts.ts";
import { nomLegal } from "./nom-legal.ts";

/** Facts that decide which mentions a document carries. */
export type MentionFacts = {
  readonly type: FactureType;
  readonly emetteur: Emetteur;
  readonly acheteur: Acheteur;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  readonly deliveredOn: CalendarDay | null;
  readonly natures: readonly Nature[];
  readonly categories: readonly TvaCategory[];
  readonly exemptions: readonly RuledExemption[];
  readonly shipTo: (Address & { readonly name: string }) | null;
  readonly purchaseOrder: string;
  readonly preceding: readonly { readonly number: string; readonly issuedOn: CalendarDay }[];
};

type Variables = Readonly<Record<string, string>>;
/** A wording, and the facts that call for it. */
export type MentionRule = {
  readonly text: LegalTextId;
  readonly noteCode?: string;
  readonly when: (facts: MentionFacts) => boolean;
  readonly variables?: (facts: MentionFacts) => Variables;
};

const isB2b = ({ acheteur }: MentionFacts) => acheteur.type === "professionnel";
const has =
  (nature: Nature) =>
  ({ natures }: MentionFacts) =>
    natures.includes(nature);
const [hasGoods, hasServices] = [has("bien"), has("service")];
const isFacture = ({ type }: MentionFacts) => type === "facture";

function companyFacts({ emetteur }: MentionFacts): Variables {
  const capital = emetteur.capital ?? 0;
  const isRound = capital % 100 === 0;
  const euros = formatEuros(capital);
  return {
    nom: nomLegal(emetteur),
    forme: emetteur.formeJuridique,
    siren: formatSiren(emetteur.siren),
    ville: emetteur.rcs,
    capital: isRound ? euros.replace(",00", "") : euros,
  };
}

const place = ({ name, line1, line2, zip, city, country }: Address & { name: string }) =>
  [name, line1, line2, `${zip} ${city}`.trim(), country === "FR" ? "" : country]
    .filter((part) => part !== "")
    .join(", ");

const escompteLimit = ({ issuedOn, emetteur }: MentionFacts) =>
  formatDay(addDays(issuedOn, emetteur.escompteDays));

/** Who sells: C. com. R123-237, R123-238, R526-27. Before them, that the books are made up. */
const IDENTITY: readonly MentionRule[] = [
  {
    text: "demonstration",
    noteCode: "AAI",
    when: ({ emetteur }) => emetteur.isDemonstration === true,
  },
  {
    text: "identite-societe",
    noteCode: "REG",
    when: ({ emetteur }) => hasCapital(emetteur) && emetteur.capital !== null,
    variables: companyFacts,
  },
  {
    text: "identite-sans-capital",
    noteCode: "REG",
    when: ({ emetteur }) => !emetteur.isEi && !(hasCapital(emetteur) && emetteur.capital !== null),
    variables: companyFacts,
  },
  {
    text: "identite-artisan",
    noteCode: "REG",
    when: ({ emetteur }) => emetteur.isEi && emetteur.rcs === "",
    variables: companyFacts,
  },
  {
    text: "rcs",
    noteCode: "ABL",
    when: ({ emetteur }) => emetteur.rcs !== "",
    variables: companyFacts,
  },
  { text: "ei", when: ({ emetteur }) => emetteur.isEi, variables: companyFacts },
  {
    text: "tva-emetteur",
    when: ({ emetteur, categories }) => emetteur.tvaNumber !== "" && !categories.includes("O"),
    variables: ({ emetteur }) => ({ numero: emetteur.tvaNumber }),
  },
];

/** To whom, what, where and when: CGI ann. II art. 242 nonies A, décret 2022-1299, C. com. L441-9. */
const OPERATION: readonly MentionRule[] = [
  {
    text: "siren-client",
    when: (facts) => isB2b(facts) && facts.acheteur.siren !== "",
    variables: ({ acheteur }) => ({ siren: formatSiren(acheteur.siren) }),
  },
  {
    text: "tva-client",
    when: ({ acheteur, categories }) =>
      acheteur.tvaNumber !== "" && (categories.includes("AE") || categories.includes("K")),
    variables: ({ acheteur }) => ({ numero: acheteur.tvaNumber }),
  },
  {
    text: "adresse-livraison",
    when: (facts) => facts.shipTo !== null && hasGoods(facts),
    variables: ({ shipTo }) => ({ adresse: shipTo ? place(shipTo) : "" }),
  },
  { text: "nature-biens", when: (facts) => hasGoods(facts) && !hasServices(facts) },
  { text: "nature-services", when: (facts) => hasServices(facts) && !hasGoods(facts) },
  { text: "nature-mixte", when: (facts) => hasServices(facts) && hasGoods(facts) },
  {
    text: "date-operation",
    when: ({ deliveredOn, issuedOn }) => deliveredOn !== null && deliveredOn !== issuedOn,
    variables: ({ deliveredOn }) => ({ date: formatDay(deliveredOn ?? "") }),
  },
  {
    text: "bon-de-commande",
    when: ({ purchaseOrder }) => purchaseOrder !== "",
    variables: ({ purchaseOrder }) => ({ numero: purchaseOrder }),
  },
  {
    text: "avoir",
    when: ({ type, preceding }) => type === "avoir" && preceding.length > 0,
    variables: ({ preceding: [first] }) => ({
      numero: first?.number ?? "",
      date: formatDay(first?.issuedOn ?? ""),
    }),
  },
];

/** How TVA is due: the option « débits » says nothing of goods, nor of a document without tax. */
const TVA: readonly MentionRule[] = [
  {
    text: "debits",
    when: (facts) =>
      facts.emetteur.regime === "reel" &&
      facts.emetteur.exigibilite === "debits" &&
      facts.categories.includes("S") &&
      hasServices(facts),
  },
];

/** When and how to pay. C. com. L441-10 and D441-5 protect professionals only: never printed for a consumer. */
const PAYMENT: readonly MentionRule[] = [
  {
    text: "echeance",
    when: (facts) => isFacture(facts) && facts.dueOn !== null,
    variables: ({ dueOn }) => ({ date: formatDay(dueOn ?? "") }),
  },
  {
    text: "penalites",
    noteCode: "PMD",
    when: isB2b,
    variables: ({ emetteur }) => ({ taux: formatRate(emetteur.penalitesRate) }),
  },
  { text: "indemnite", noteCode: "PMT", when: isB2b },
  {
    text: "escompte-aucun",
    noteCode: "AAB",
    when: (facts) => isB2b(facts) && !offersEscompte(facts),
  },
  {
    text: "escompte",
    noteCode: "AAB",
    when: (facts) => isB2b(facts) && offersEscompte(facts),
    variables: (facts) => ({
      taux: formatRate(facts.emetteur.escompteRate),
      date: escompteLimit(facts),
    }),
  },
];

const offersEscompte = (facts: MentionFacts) => isFacture(facts) && facts.emetteur.escompteRate > 0;

const TRADE: readonly MentionRule[] = [
  {
    text: "decennale",
    noteCode: "AAI",
    when: ({ emetteur }) => emetteur.assurance !== "",
    variables: ({ emetteur }) => ({ assurance: emetteur.assurance }),
  },
  {
    text: "pied-de-page",
    when: ({ emetteur }) => emetteur.footer !== "",
    variables: ({ emetteur }) => ({ texte: emetteur.footer }),
  },
];

/** Mentions before and after the reasons of a missing TVA, in the order of a document. */
export const mentionRules = {
  identity: [...IDENTITY, ...OPERATION],
  terms: [...TVA, ...PAYMENT, ...TRADE],
};
