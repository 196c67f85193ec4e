import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

type Facts = { readonly appOrigin: string; readonly at: number };

/** @param facts.at instant of the change, milliseconds UTC */
export const passwordChanged = ({ appOrigin, at }: Facts): MailContent =>
  renderMail({
    subject: "Votre mot de passe a été changé",
    paragraphs: [
      "Bonjour,",
      `Le mot de passe de votre compte FacturePro a été changé le ${parisTime(at)} (heure de Paris). Toutes vos sessions ont été fermées.`,
    ],
    action: { label: "Se connecter", url: `${appOrigin}/connexion` },
    closing: [
      "Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion.",
    ],
  });
