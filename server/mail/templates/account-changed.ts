import type { Langue } from "#server/domain/langue";
import { type Letter, letter } from "../letter.ts";
import { parisTime } from "./paris-time.ts";

const sentences = {
  totp_enabled: {
    fr: "Une application d’authentification protège maintenant votre compte.",
    en: "An authenticator app now protects your account.",
  },
  totp_disabled: {
    fr: "L’application d’authentification de votre compte a été retirée.",
    en: "The authenticator app of your account was removed.",
  },
  passkey_added: {
    fr: "Une clé d’accès a été ajoutée à votre compte.",
    en: "A passkey was added to your account.",
  },
  passkey_removed: {
    fr: "Une clé d’accès a été retirée de votre compte.",
    en: "A passkey was removed from your account.",
  },
  recovery_codes_drawn: {
    fr: "De nouveaux codes de secours remplacent les anciens.",
    en: "New recovery codes replace the old ones.",
  },
  email_changed: {
    fr: "L’adresse e-mail de votre compte a été changée.",
    en: "The e-mail address of your account was changed.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Langue, string>>>>;

export type AccountChange = keyof typeof sentences;

type Facts = {
  readonly appOrigin: string;
  readonly change: AccountChange;
  /** Milliseconds UTC. */
  readonly at: number;
};

/** What protects an account has changed: its owner is told, who may not be who did it. */
export function accountChanged({ appOrigin, change, at }: Facts): Letter {
  const url = `${appOrigin}/compte`;
  return letter({
    fr: () => ({
      subject: "La sécurité de votre compte FacturePro a changé",
      paragraphs: [sentences[change].fr, `C’était le ${parisTime(at)} (heure de Paris).`],
      action: { label: "Voir mon compte", url },
      closing: [
        "Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion, puis vérifiez votre compte.",
      ],
    }),
    en: () => ({
      subject: "The security of your FacturePro account has changed",
      paragraphs: [sentences[change].en, `It was on ${parisTime(at, "en")} (Paris time).`],
      action: { label: "See my account", url },
      closing: [
        "If it was not you, ask for a new password at once from the login page, then check your account.",
      ],
    }),
  });
}
