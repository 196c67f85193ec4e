import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand; readonly by: string };

/** To every administrator: the société stays. */
export function deletionCancelled({ appOrigin, brand, by }: Facts): Letter {
  const url = `${appOrigin}/tableau-de-bord`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `La suppression de « ${nom} » est annulée`,
      paragraphs: [
        `${by} a annulé la suppression de « ${nom} » : rien n’a été détruit, et tout fonctionne de nouveau comme avant.`,
      ],
      action: { label: "Ouvrir la société", url },
    }),
    en: () => ({
      brand,
      subject: `The deletion of “${nom}” is cancelled`,
      paragraphs: [
        `${by} has cancelled the deletion of “${nom}”: nothing was destroyed, and everything works as before.`,
      ],
      action: { label: "Open the company", url },
    }),
  });
}
