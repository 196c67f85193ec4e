import type { revenus as fr } from "../fr/console-revenus";
import type { Twin } from "../twin";

export const revenus = {
  titre: "Revenue",
  exporter: "Export as CSV",
  note: "Amounts excluding VAT. Kept up to date at each change of a subscription.",
  chiffres: {
    mrr: "MRR",
    mrrDefinition:
      "What the subscriptions active or past due bring in one month: their price, divided by twelve when yearly. Trials, pauses and unpaid ones do not count, nor do months given: a company that was given some brings nothing until its first paid renewal.",
    arr: "ARR",
    arrDefinition: "Twelve times the MRR of today.",
    arpa: "ARPA",
    arpaDefinition_one: "The MRR of the only company that pays.",
    arpaDefinition_other: "The MRR divided by the {{count}} companies that pay.",
    payants: "Paying companies",
    payantsDefinition:
      "A subscription active or past due, at a price; those with months given included ({{offerts}} at the moment).",
    churn: "Customer churn",
    churnDefinition:
      "In {{mois}}: the companies that stopped paying, out of those that paid when the month began.",
    churnMrr: "MRR churn",
    churnMrrDefinition:
      "In {{mois}}: the MRR lost to departures and downgrades, out of that at the start of the month.",
    conversion: "Trial conversion",
    conversionDefinition:
      "Of the companies registered in {{mois}}, the share that has paid at least once since.",
    retards: "Failed payments",
    retardsDefinition_one:
      "{{count}} subscription past due, and {{impayes}} given up by Stripe. The amount is the MRR past due.",
    retardsDefinition_other:
      "{{count}} subscriptions past due, and {{impayes}} given up by Stripe. The amount is the MRR past due.",
    inconnu: "—",
  },
  mrr: {
    titre: "MRR, twelve months",
    note: "At the end of each month; the last one is under way.",
    graphe: "MRR at the end of each month, from {{debut}} to {{fin}}: {{montant}} today.",
  },
  mois: {
    titre: "Month by month",
    legende: "Movements of each month",
    mois: "Month",
    mrr: "MRR at end",
    nouveau: "New",
    hausse: "Upgrades",
    baisse: "Downgrades",
    depart: "Departures",
    payants: "Paying",
    churn: "Churn",
    inscrits: "Registered",
    conversion: "Conversion",
    echecs: "Failures",
    recuperes: "Recovered",
    definition:
      "New: a company begins to pay, or begins again. Failure: a payment has just been refused; recovered, it went through afterwards.",
  },
  offres: {
    titre: "Plan mix",
    note: "MRR of each plan, all versions and rhythms together.",
    graphe: "MRR by plan: {{liste}}.",
    legende: "MRR and paying companies by plan",
    offre: "Plan",
    payants: "Paying",
    mrr: "MRR",
    part: "Share of MRR",
  },
  cohortes: {
    titre: "Cohorts",
    note: "Of the companies that first paid in one month, the share that still pays, month after month.",
    legende: "Share of each cohort that still pays",
    cohorte: "First payment",
    entres: "Companies",
    age: "M{{nb}}",
    vide: "No company has paid yet.",
  },
} as const satisfies Twin<typeof fr>;
