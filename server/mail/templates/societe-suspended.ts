import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand };

/** To every administrator: what is stopped, why, and what still works. */
export const societeSuspended = ({
  appOrigin,
  brand,
  motif,
}: Facts & { readonly motif: string }): MailContent =>
  renderMail({
    brand,
    subject: `« ${brand.nom} » est suspendue`,
    paragraphs: [
      "Bonjour,",
      `Nous avons suspendu « ${brand.nom} ». Raison : ${motif}`,
      "Tout se consulte et s’exporte comme avant ; plus rien ne s’y change. Répondez à ce message pour nous parler.",
    ],
    action: { label: "Ouvrir la société", url: `${appOrigin}/tableau-de-bord` },
  });

/** To the same: it works again. */
export const societeReactivated = ({ appOrigin, brand }: Facts): MailContent =>
  renderMail({
    brand,
    subject: `« ${brand.nom} » fonctionne de nouveau`,
    paragraphs: [
      "Bonjour,",
      `« ${brand.nom} » n’est plus suspendue : tout fonctionne comme avant.`,
    ],
    action: { label: "Ouvrir la société", url: `${appOrigin}/tableau-de-bord` },
  });
