import { type MailContent, renderMail } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = { readonly appOrigin: string; readonly nomSociete: string; readonly username: string };

export const accountCreated = ({ appOrigin, nomSociete, username }: Facts): MailContent =>
  renderMail({
    subject: `Bienvenue sur FacturePro, ${nomSociete}`,
    paragraphs: [
      "Bonjour,",
      `Le compte de la société « ${nomSociete} » est créé. Vous vous connectez avec cette adresse ou avec votre nom d’utilisateur : ${username}.`,
      "Confirmez que cette adresse est bien la vôtre : le lien sert une seule fois, pendant 24 heures.",
      "Complétez ensuite l’identité de votre société (SIREN, TVA, adresse, IBAN) : votre première facture sera prête en quelques minutes.",
    ],
    action: { label: "Confirmer mon adresse", url: `${appOrigin}/verifier-adresse/${tokenPlace}` },
    closing: [
      "Si vous n’avez pas demandé ce compte, reprenez-en la main avec « Mot de passe oublié » sur la page de connexion.",
    ],
  });
