import { type Letter, letter } from "../letter.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = {
  readonly appOrigin: string;
  /** To which of the two addresses the mail goes. */
  readonly side: "old" | "new";
};

/** Both addresses say yes before an account changes hands. */
export function emailChange({ appOrigin, side }: Facts): Letter {
  const url = `${appOrigin}/confirmer-adresse/${tokenPlace}`;
  const isOld = side === "old";
  return letter({
    fr: () => ({
      subject: "Confirmez votre changement d’adresse",
      paragraphs: [
        isOld
          ? "Le remplacement de cette adresse par une autre vient d’être demandé pour votre compte FacturePro."
          : "Cette adresse vient d’être choisie pour un compte FacturePro.",
        "Rien ne change tant que les deux adresses, l’ancienne et la nouvelle, n’ont pas confirmé. Ce lien sert une seule fois, pendant 24 heures.",
      ],
      action: { label: "Confirmer le changement", url },
      closing: [
        isOld
          ? "Si ce n’était pas vous, ne confirmez pas et changez votre mot de passe : quelqu’un le connaît."
          : "Si vous n’avez rien demandé, ignorez ce message.",
      ],
    }),
    en: () => ({
      subject: "Confirm your change of address",
      paragraphs: [
        isOld
          ? "Somebody has just asked to replace this address by another one for your FacturePro account."
          : "This address has just been chosen for a FacturePro account.",
        "Nothing changes until both addresses, the old one and the new one, have confirmed. This link works once, for 24 hours.",
      ],
      action: { label: "Confirm the change", url },
      closing: [
        isOld
          ? "If it was not you, do not confirm, and change your password: somebody knows it."
          : "If you asked for nothing, ignore this message.",
      ],
    }),
  });
}
