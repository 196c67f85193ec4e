import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly operatorNom: string;
  readonly reason: string;
};

/** To every administrator: who asks to look, why, and that nothing happens without them. */
export const visiteAsked = ({ appOrigin, brand, operatorNom, reason }: Facts): MailContent =>
  renderMail({
    brand,
    subject: `L’assistance demande à consulter « ${brand.nom} »`,
    paragraphs: [
      "Bonjour,",
      `${operatorNom}, de l’assistance FacturePro, demande à consulter « ${brand.nom} ». Raison : ${reason}`,
      "Personne n’entre sans votre accord. Si vous acceptez, la visite est en lecture seule, dure le temps que vous choisissez, et chaque page vue est inscrite à votre journal. Vous pouvez y mettre fin à tout moment.",
    ],
    action: { label: "Répondre à la demande", url: `${appOrigin}/reglages/assistance` },
  });
