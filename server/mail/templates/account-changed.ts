import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

const sentences = {
  totp_enabled: "Une application d’authentification protège maintenant votre compte.",
  totp_disabled: "L’application d’authentification de votre compte a été retirée.",
  passkey_added: "Une clé d’accès a été ajoutée à votre compte.",
  passkey_removed: "Une clé d’accès a été retirée de votre compte.",
  recovery_codes_drawn: "De nouveaux codes de secours remplacent les anciens.",
  email_changed: "L’adresse e-mail de votre compte a été changée.",
} as const;

export type AccountChange = keyof typeof sentences;

type Facts = {
  readonly appOrigin: string;
  readonly change: AccountChange;
  /** Milliseconds UTC. */
  readonly at: number;
};

/** What protects an account has changed: its owner is told, who may not be who did it. */
export const accountChanged = ({ appOrigin, change, at }: Facts): MailContent =>
  renderMail({
    subject: "La sécurité de votre compte FacturePro a changé",
    paragraphs: ["Bonjour,", sentences[change], `C’était le ${parisTime(at)} (heure de Paris).`],
    action: { label: "Voir mon compte", url: `${appOrigin}/compte` },
    closing: [
      "Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion, puis vérifiez votre compte.",
    ],
  });
