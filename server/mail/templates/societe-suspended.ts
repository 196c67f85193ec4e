import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand };

/** To every administrator: what is stopped, why, and what still works. */
export function societeSuspended({
  appOrigin,
  brand,
  motif,
}: Facts & { readonly motif: string }): Letter {
  const url = `${appOrigin}/tableau-de-bord`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `« ${nom} » est suspendue`,
      paragraphs: [
        `Nous avons suspendu « ${nom} ». Raison : ${motif}`,
        "Tout se consulte et s’exporte comme avant ; plus rien ne s’y change. Répondez à ce message pour nous parler.",
      ],
      action: { label: "Ouvrir la société", url },
    }),
    en: () => ({
      brand,
      subject: `“${nom}” is suspended`,
      paragraphs: [
        `We have suspended “${nom}”. Reason: ${motif}`,
        "Everything can be read and exported as before; nothing in it changes any more. Answer this message to talk to us.",
      ],
      action: { label: "Open the company", url },
    }),
  });
}

/** To the same: it works again. */
export function societeReactivated({ appOrigin, brand }: Facts): Letter {
  const url = `${appOrigin}/tableau-de-bord`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `« ${nom} » fonctionne de nouveau`,
      paragraphs: [`« ${nom} » n’est plus suspendue : tout fonctionne comme avant.`],
      action: { label: "Ouvrir la société", url },
    }),
    en: () => ({
      brand,
      subject: `“${nom}” works again`,
      paragraphs: [`“${nom}” is not suspended any more: everything works as before.`],
      action: { label: "Open the company", url },
    }),
  });
}
