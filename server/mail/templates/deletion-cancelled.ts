import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand; readonly by: string };

/** To every administrator: the société stays. */
export const deletionCancelled = ({ appOrigin, brand, by }: Facts): MailContent =>
  renderMail({
    brand,
    subject: `La suppression de « ${brand.nom} » est annulée`,
    paragraphs: [
      "Bonjour,",
      `${by} a annulé la suppression de « ${brand.nom} » : rien n’a été détruit, et tout fonctionne de nouveau comme avant.`,
    ],
    action: { label: "Ouvrir la société", url: `${appOrigin}/tableau-de-bord` },
  });
