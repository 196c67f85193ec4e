import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  /** Instant of the erasure, milliseconds UTC. */
  readonly at: number;
};

/** The last mail to who erased their account. No link: nothing is left to open. */
export const accountErased = ({ at }: Facts): MailContent =>
  renderMail({
    subject: "Votre compte FacturePro est effacé",
    paragraphs: [
      "Bonjour,",
      `Vous avez effacé votre compte FacturePro le ${parisTime(at)} (heure de Paris). Toutes vos sessions sont fermées, et vos identifiants ne servent plus.`,
      "La loi oblige chaque société à garder dix ans ses pièces comptables (article L123-22 du code de commerce) : le nom qui figure dans les documents émis et dans le journal de vos anciennes sociétés y reste, comme le prévoit l’article 17.3.b du RGPD. Tout le reste est effacé.",
      "C’est notre dernier message. Vous pourrez créer un nouveau compte avec cette adresse quand vous voulez.",
    ],
    closing: [
      "Si ce n’était pas vous, prévenez les personnes qui administrent vos sociétés : elles pourront vous inviter de nouveau.",
    ],
  });
