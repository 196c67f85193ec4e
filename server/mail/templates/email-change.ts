import { type MailContent, renderMail } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = {
  readonly appOrigin: string;
  /** To which of the two addresses the mail goes. */
  readonly side: "old" | "new";
};

/** Both addresses say yes before an account changes hands. */
export const emailChange = ({ appOrigin, side }: Facts): MailContent =>
  renderMail({
    subject: "Confirmez votre changement d’adresse",
    paragraphs: [
      "Bonjour,",
      side === "old"
        ? "Le remplacement de cette adresse par une autre vient d’être demandé pour votre compte FacturePro."
        : "Cette adresse vient d’être choisie pour un compte FacturePro.",
      "Rien ne change tant que les deux adresses, l’ancienne et la nouvelle, n’ont pas confirmé. Ce lien sert une seule fois, pendant 24 heures.",
    ],
    action: {
      label: "Confirmer le changement",
      url: `${appOrigin}/confirmer-adresse/${tokenPlace}`,
    },
    closing: [
      side === "old"
        ? "Si ce n’était pas vous, ne confirmez pas et changez votre mot de passe : quelqu’un le connaît."
        : "Si vous n’avez rien demandé, ignorez ce message.",
    ],
  });
