import { maskIban } from "#server/domain/mask-iban";
import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

/** A bank account as the settings name it; empty where there is none. */
type Account = { readonly iban: string; readonly bic: string };

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly before: Account;
  readonly after: Account;
  readonly by: string;
  /** Instant, milliseconds UTC. */
  readonly at: number;
  /** « Firefox sur Windows, 192.0.2.1 »; null: not known. */
  readonly from: string | null;
};

/** To every administrator: whoever takes a place in a société can otherwise have its clients pay elsewhere. */
export const bankChanged = (facts: Facts): MailContent =>
  renderMail({
    brand: facts.brand,
    subject: `${facts.brand.nom} : les coordonnées bancaires ont changé`,
    paragraphs: [
      "Bonjour,",
      `Les coordonnées bancaires imprimées sur les factures de « ${facts.brand.nom} » viennent de changer. Les factures à venir demanderont le paiement sur le nouveau compte ; celles déjà émises gardent l’ancien.`,
    ],
    facts: [
      { label: "Ancien IBAN", value: shown(maskIban(facts.before.iban)) },
      { label: "Nouvel IBAN", value: shown(maskIban(facts.after.iban)) },
      ...bicFacts(facts),
      { label: "Par", value: facts.by },
      { label: "Le", value: `${parisTime(facts.at)} (heure de Paris)` },
      { label: "Depuis", value: facts.from ?? "un appareil inconnu" },
    ],
    action: { label: "Vérifier l’IBAN", url: `${facts.appOrigin}/reglages/societe#paiement` },
    closing: [
      "Si ce changement est voulu, vous n’avez rien à faire.",
      "Sinon : remettez aussitôt l’ancien IBAN dans Réglages, changez votre mot de passe, vérifiez qui a accès à votre société, et prévenez les clients facturés depuis.",
    ],
  });

const bicFacts = ({ before, after }: Facts) =>
  before.bic === after.bic
    ? []
    : [
        { label: "Ancien BIC", value: shown(before.bic) },
        { label: "Nouveau BIC", value: shown(after.bic) },
      ];

const shown = (text: string): string => text || "aucun";
