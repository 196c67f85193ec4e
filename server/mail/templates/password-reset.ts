import { type MailContent, renderMail } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

/** The link carries `tokenPlace`: the token itself is drawn when the mail leaves, so that it is never stored. */
export const passwordReset = ({ appOrigin }: { readonly appOrigin: string }): MailContent =>
  renderMail({
    subject: "Choisir un nouveau mot de passe",
    paragraphs: [
      "Bonjour,",
      "Un nouveau mot de passe a été demandé pour votre compte FacturePro. Ce lien sert une seule fois, pendant une heure.",
    ],
    action: {
      label: "Choisir un nouveau mot de passe",
      url: `${appOrigin}/reinitialiser/${tokenPlace}`,
    },
    closing: [
      "Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.",
    ],
  });
