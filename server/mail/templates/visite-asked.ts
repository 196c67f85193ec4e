import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly operatorNom: string;
  readonly reason: string;
};

/** To every administrator: who asks to look, why, and that nothing happens without them. */
export function visiteAsked({ appOrigin, brand, operatorNom, reason }: Facts): Letter {
  const url = `${appOrigin}/reglages/assistance`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `L’assistance demande à consulter « ${nom} »`,
      paragraphs: [
        `${operatorNom}, de l’assistance FacturePro, demande à consulter « ${nom} ». Raison : ${reason}`,
        "Personne n’entre sans votre accord. Si vous acceptez, la visite est en lecture seule, dure le temps que vous choisissez, et chaque page vue est inscrite à votre journal. Vous pouvez y mettre fin à tout moment.",
      ],
      action: { label: "Répondre à la demande", url },
    }),
    en: () => ({
      brand,
      subject: `Support asks to look at “${nom}”`,
      paragraphs: [
        `${operatorNom}, of FacturePro’s support, asks to look at “${nom}”. Reason: ${reason}`,
        "Nobody comes in without your consent. If you accept, the visit is read-only, lasts as long as you choose, and each page seen is written in your journal. You can end it at any time.",
      ],
      action: { label: "Answer the request", url },
    }),
  });
}
