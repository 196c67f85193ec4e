import { type MailContent, renderMail } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly nomSociete: string; readonly username: string };

export const accountCreated = ({ appOrigin, nomSociete, username }: Facts): MailContent =>
  renderMail({
    subject: `Bienvenue sur FacturePro, ${nomSociete}`,
    paragraphs: [
      "Bonjour,",
      `Le compte de la société « ${nomSociete} » est créé. Vous vous connectez avec cette adresse ou avec votre nom d’utilisateur : ${username}.`,
      "Complétez d’abord l’identité de votre société (SIREN, TVA, adresse, IBAN) : votre première facture sera prête en quelques minutes.",
    ],
    action: { label: "Se connecter", url: `${appOrigin}/connexion` },
    closing: [
      "Si vous n’avez pas demandé ce compte, reprenez-en la main avec « Mot de passe oublié » sur la page de connexion.",
    ],
  });
