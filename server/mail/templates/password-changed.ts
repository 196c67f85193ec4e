import { type Letter, letter } from "../letter.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  readonly appOrigin: string;
  /** Instant of the change, milliseconds UTC. */
  readonly at: number;
  /** Which sessions ended with it. */
  readonly ended: "all" | "others";
};

export function passwordChanged({ appOrigin, at, ended }: Facts): Letter {
  const url = `${appOrigin}/connexion`;
  const isAll = ended === "all";
  return letter({
    fr: () => ({
      subject: "Votre mot de passe a été changé",
      paragraphs: [
        `Le mot de passe de votre compte FacturePro a été changé le ${parisTime(at)} (heure de Paris). ${isAll ? "Toutes vos sessions ont été fermées." : "Vos autres sessions ont été fermées."}`,
      ],
      action: { label: "Se connecter", url },
      closing: [
        "Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe depuis la page de connexion.",
      ],
    }),
    en: () => ({
      subject: "Your password was changed",
      paragraphs: [
        `The password of your FacturePro account was changed on ${parisTime(at, "en")} (Paris time). ${isAll ? "All your sessions were closed." : "Your other sessions were closed."}`,
      ],
      action: { label: "Log in", url },
      closing: ["If it was not you, ask for a new password at once from the login page."],
    }),
  });
}
