import { type Letter, letter } from "../letter.ts";
import { tokenPlace } from "../token-place.ts";

/** Sent again when its owner asks; the first one comes with the welcome. */
export function emailVerification({ appOrigin }: { readonly appOrigin: string }): Letter {
  const url = `${appOrigin}/verifier-adresse/${tokenPlace}`;
  return letter({
    fr: () => ({
      subject: "Confirmez votre adresse e-mail",
      paragraphs: [
        "Confirmez que cette adresse est bien la vôtre : les messages importants de FacturePro y arrivent. Ce lien sert une seule fois, pendant 24 heures.",
      ],
      action: { label: "Confirmer mon adresse", url },
      closing: ["Si vous n’avez rien demandé, ignorez ce message."],
    }),
    en: () => ({
      subject: "Confirm your e-mail address",
      paragraphs: [
        "Confirm that this address is yours: the important messages of FacturePro arrive there. This link works once, for 24 hours.",
      ],
      action: { label: "Confirm my address", url },
      closing: ["If you asked for nothing, ignore this message."],
    }),
  });
}
