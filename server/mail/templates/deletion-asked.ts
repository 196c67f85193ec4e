import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";
import { parisDay } from "./paris-day.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly by: string;
  /** Instants, milliseconds UTC. */
  readonly at: number;
  readonly deletionAt: number;
};

/** To every administrator, as soon as one of them asks for the société to be destroyed. */
export function deletionAsked({ appOrigin, brand, by, at, deletionAt }: Facts): Letter {
  const url = `${appOrigin}/reglages/donnees`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `« ${nom} » sera supprimée le ${parisDay(deletionAt)}`,
      paragraphs: [
        `La suppression de « ${nom} » vient d’être demandée. D’ici là, la société se consulte et s’exporte, mais plus rien ne s’y change. Ensuite, ses factures, ses clients et tous ses fichiers seront détruits, sans retour possible.`,
        "La loi vous fait conserver vos factures dix ans (C. com. L123-22) : prenez l’export final avant cette date.",
      ],
      facts: [
        { label: "Demandée par", value: by },
        { label: "Le", value: `${parisTime(at)} (heure de Paris)` },
        { label: "Destruction", value: parisDay(deletionAt) },
      ],
      action: { label: "Exporter, ou annuler la suppression", url },
      closing: [
        "Si cette suppression n’est pas voulue, annulez-la, changez votre mot de passe et vérifiez qui administre votre société.",
      ],
    }),
    en: () => ({
      brand,
      subject: `“${nom}” will be deleted on ${parisDay(deletionAt, "en")}`,
      paragraphs: [
        `Somebody has just asked for “${nom}” to be deleted. Until then the company can be read and exported, and nothing in it changes any more. Then its invoices, its customers and all its files will be destroyed, with no way back.`,
        "The law makes you keep your invoices for ten years (French Commercial Code, L123-22): take the final export before that day.",
      ],
      facts: [
        { label: "Asked by", value: by },
        { label: "On", value: `${parisTime(at, "en")} (Paris time)` },
        { label: "Destruction", value: parisDay(deletionAt, "en") },
      ],
      action: { label: "Export, or cancel the deletion", url },
      closing: [
        "If this deletion is not wanted, cancel it, change your password and check who administers your company.",
      ],
    }),
  });
}
