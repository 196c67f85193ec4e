import { type MailContent, renderMail } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

/** Sent again when its owner asks; the first one comes with the welcome. */
export const emailVerification = ({ appOrigin }: { readonly appOrigin: string }): MailContent =>
  renderMail({
    subject: "Confirmez votre adresse e-mail",
    paragraphs: [
      "Bonjour,",
      "Confirmez que cette adresse est bien la vôtre : les messages importants de FacturePro y arrivent. Ce lien sert une seule fois, pendant 24 heures.",
    ],
    action: { label: "Confirmer mon adresse", url: `${appOrigin}/verifier-adresse/${tokenPlace}` },
    closing: ["Si vous n’avez rien demandé, ignorez ce message."],
  });
