/** What the subscriptions bring: figures, and the exact definition of each. */
export const revenus = {
  titre: "Revenus",
  exporter: "Exporter en CSV",
  note: "Montants hors taxes. Tenus à jour à chaque changement d’un abonnement.",
  chiffres: {
    mrr: "MRR",
    mrrDefinition:
      "Ce que rapportent en un mois les abonnements actifs ou en retard de paiement : leur prix, divisé par douze s’il est annuel. Essais, pauses et impayés ne comptent pas, ni les mois offerts : une société à qui l’on en offre ne rapporte rien jusqu’à sa première échéance payée.",
    arr: "ARR",
    arrDefinition: "Douze fois le MRR d’aujourd’hui.",
    arpa: "ARPA",
    arpaDefinition_one: "Le MRR de la seule société qui paie.",
    arpaDefinition_other: "Le MRR divisé par les {{count}} sociétés qui paient.",
    payants: "Sociétés qui paient",
    payantsDefinition:
      "Un abonnement actif ou en retard, à un prix ; y compris celles qui ont des mois offerts ({{offerts}} en ce moment).",
    churn: "Attrition des sociétés",
    churnDefinition:
      "En {{mois}} : les sociétés qui ont cessé de payer, sur celles qui payaient au début du mois.",
    churnMrr: "Attrition du MRR",
    churnMrrDefinition:
      "En {{mois}} : le MRR perdu par les départs et les baisses d’offre, sur celui du début du mois.",
    conversion: "Conversion des essais",
    conversionDefinition:
      "Des sociétés inscrites en {{mois}}, la part qui a payé au moins une fois depuis.",
    retards: "Paiements refusés",
    retardsDefinition_one:
      "{{count}} abonnement en retard de paiement, et {{impayes}} abandonnés par Stripe. Le montant est le MRR en retard.",
    retardsDefinition_other:
      "{{count}} abonnements en retard de paiement, et {{impayes}} abandonnés par Stripe. Le montant est le MRR en retard.",
    inconnu: "—",
  },
  mrr: {
    titre: "MRR, douze mois",
    note: "À la fin de chaque mois ; le dernier est en cours.",
    graphe: "MRR à la fin de chaque mois, de {{debut}} à {{fin}} : {{montant}} aujourd’hui.",
  },
  mois: {
    titre: "Mois par mois",
    legende: "Mouvements de chaque mois",
    mois: "Mois",
    mrr: "MRR de fin",
    nouveau: "Nouveau",
    hausse: "Hausses",
    baisse: "Baisses",
    depart: "Départs",
    payants: "Payantes",
    churn: "Attrition",
    inscrits: "Inscrites",
    conversion: "Conversion",
    echecs: "Refus",
    recuperes: "Récupérés",
    definition:
      "Nouveau : une société commence à payer, ou recommence. Refus : un paiement vient d’être refusé ; récupéré, il est passé ensuite.",
  },
  offres: {
    titre: "Répartition par offre",
    note: "MRR de chaque offre, toutes versions et tous rythmes ensemble.",
    graphe: "MRR par offre : {{liste}}.",
    legende: "MRR et sociétés payantes par offre",
    offre: "Offre",
    payants: "Payantes",
    mrr: "MRR",
    part: "Part du MRR",
  },
  cohortes: {
    titre: "Cohortes",
    note: "Des sociétés qui ont payé pour la première fois un même mois, la part qui paie encore, mois après mois.",
    legende: "Part de chaque cohorte qui paie encore",
    cohorte: "Premier paiement",
    entres: "Sociétés",
    age: "M{{nb}}",
    vide: "Aucune société n’a encore payé.",
  },
} as const;
