import { type Letter, letter } from "../letter.ts";
import { tokenPlace } from "../token-place.ts";

/** The link carries `tokenPlace`: the token itself is drawn when the mail leaves, so that it is never stored. */
export function passwordReset({ appOrigin }: { readonly appOrigin: string }): Letter {
  const url = `${appOrigin}/reinitialiser/${tokenPlace}`;
  return letter({
    fr: () => ({
      subject: "Choisir un nouveau mot de passe",
      paragraphs: [
        "Un nouveau mot de passe a été demandé pour votre compte FacturePro. Ce lien sert une seule fois, pendant une heure.",
      ],
      action: { label: "Choisir un nouveau mot de passe", url },
      closing: [
        "Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.",
      ],
    }),
    en: () => ({
      subject: "Choose a new password",
      paragraphs: [
        "A new password was asked for your FacturePro account. This link works once, for an hour.",
      ],
      action: { label: "Choose a new password", url },
      closing: ["If you asked for nothing, ignore this message: your password stays the same."],
    }),
  });
}
