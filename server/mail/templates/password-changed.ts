import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  readonly appOrigin: string;
  /** Instant of the change, milliseconds UTC. */
  readonly at: number;
  /** Which sessions ended with it. */
  readonly ended: "all" | "others";
};

export const passwordChanged = ({ appOrigin, at, ended }: Facts): MailContent =>
  renderMail({
    subject: "Votre mot de passe a été changé",
    paragraphs: [
      "Bonjour,",
      `Le mot de passe de votre compte FacturePro a été changé le ${parisTime(at)} (heure de Paris). ${ended === "all" ? "Toutes vos sessions ont été fermées." : "Vos autres sessions ont été fermées."}`,
    ],
    action: { label: "Se connecter", url: `${appOrigin}/connexion` },
    closing: [
      "Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion.",
    ],
  });
