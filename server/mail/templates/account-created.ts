import { type Letter, letter } from "../letter.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = { readonly appOrigin: string; readonly nomSociete: string; readonly username: string };

export function accountCreated({ appOrigin, nomSociete, username }: Facts): Letter {
  const url = `${appOrigin}/verifier-adresse/${tokenPlace}`;
  return letter({
    fr: () => ({
      subject: `Bienvenue sur FacturePro, ${nomSociete}`,
      paragraphs: [
        `Le compte de la société « ${nomSociete} » est créé. Vous vous connectez avec cette adresse ou avec votre nom d’utilisateur : ${username}.`,
        "Confirmez que cette adresse est bien la vôtre : le lien sert une seule fois, pendant 24 heures.",
        "Complétez ensuite l’identité de votre société (SIREN, TVA, adresse, IBAN) : votre première facture sera prête en quelques minutes.",
      ],
      action: { label: "Confirmer mon adresse", url },
      closing: [
        "Si vous n’avez pas demandé ce compte, reprenez-en la main avec « Mot de passe oublié » sur la page de connexion.",
      ],
    }),
    en: () => ({
      subject: `Welcome to FacturePro, ${nomSociete}`,
      paragraphs: [
        `The account of the company “${nomSociete}” is created. You log in with this address or with your username: ${username}.`,
        "Confirm that this address is yours: the link works once, for 24 hours.",
        "Then complete the identity of your company (SIREN, VAT, address, IBAN): your first invoice will be ready within minutes.",
      ],
      action: { label: "Confirm my address", url },
      closing: [
        "If you did not ask for this account, take it back with “Forgotten password” on the login page.",
      ],
    }),
  });
}
