import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";
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
export const deletionAsked = ({ appOrigin, brand, by, at, deletionAt }: Facts): MailContent =>
  renderMail({
    brand,
    subject: `« ${brand.nom} » sera supprimée le ${parisDay(deletionAt)}`,
    paragraphs: [
      "Bonjour,",
      `La suppression de « ${brand.nom} » vient d’être demandée. D’ici là, la société se consulte et s’exporte, mais plus rien ne s’y change. Ensuite, ses factures, ses clients et tous ses fichiers seront détruits, sans retour possible.`,
      "La loi vous fait conserver vos factures dix ans (C. com. L123-22) : prenez l’export final avant cette date.",
    ],
    facts: [
      { label: "Demandée par", value: by },
      { label: "Le", value: `${parisTime(at)} (heure de Paris)` },
      { label: "Destruction", value: parisDay(deletionAt) },
    ],
    action: { label: "Exporter, ou annuler la suppression", url: `${appOrigin}/reglages/donnees` },
    closing: [
      "Si cette suppression n’est pas voulue, annulez-la, changez votre mot de passe et vérifiez qui administre votre société.",
    ],
  });
