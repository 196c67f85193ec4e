import { maskIban } from "#server/domain/mask-iban";
import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";
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
export function bankChanged({ appOrigin, brand, before, after, by, at, from }: Facts): Letter {
  const { nom } = brand;
  const url = `${appOrigin}/reglages/societe#paiement`;
  const isBicChanged = before.bic !== after.bic;
  const old = { iban: maskIban(before.iban), bic: before.bic };
  const now = { iban: maskIban(after.iban), bic: after.bic };
  return letter({
    fr: () => ({
      brand,
      subject: `${nom} : les coordonnées bancaires ont changé`,
      paragraphs: [
        `Les coordonnées bancaires imprimées sur les factures de « ${nom} » viennent de changer. Les factures à venir demanderont le paiement sur le nouveau compte ; celles déjà émises gardent l’ancien.`,
      ],
      facts: [
        { label: "Ancien IBAN", value: old.iban || "aucun" },
        { label: "Nouvel IBAN", value: now.iban || "aucun" },
        ...(isBicChanged ? [{ label: "Ancien BIC", value: old.bic || "aucun" }] : []),
        ...(isBicChanged ? [{ label: "Nouveau BIC", value: now.bic || "aucun" }] : []),
        { label: "Par", value: by },
        { label: "Le", value: `${parisTime(at)} (heure de Paris)` },
        { label: "Depuis", value: from ?? "un appareil inconnu" },
      ],
      action: { label: "Vérifier l’IBAN", url },
      closing: [
        "Si ce changement est voulu, vous n’avez rien à faire.",
        "Sinon : remettez aussitôt l’ancien IBAN dans Réglages, changez votre mot de passe, vérifiez qui a accès à votre société, et prévenez les clients facturés depuis.",
      ],
    }),
    en: () => ({
      brand,
      subject: `${nom}: the bank details have changed`,
      paragraphs: [
        `The bank details printed on the invoices of “${nom}” have just changed. Invoices to come will ask for payment on the new account; those already issued keep the old one.`,
      ],
      facts: [
        { label: "Old IBAN", value: old.iban || "none" },
        { label: "New IBAN", value: now.iban || "none" },
        ...(isBicChanged ? [{ label: "Old BIC", value: old.bic || "none" }] : []),
        ...(isBicChanged ? [{ label: "New BIC", value: now.bic || "none" }] : []),
        { label: "By", value: by },
        { label: "On", value: `${parisTime(at, "en")} (Paris time)` },
        { label: "From", value: from ?? "an unknown device" },
      ],
      action: { label: "Check the IBAN", url },
      closing: [
        "If this change is wanted, there is nothing to do.",
        "Otherwise: put the old IBAN back at once in Settings, change your password, check who has access to your company, and warn the customers invoiced since.",
      ],
    }),
  });
}
