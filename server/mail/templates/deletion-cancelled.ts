import { type MailContent, renderMail } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly nom: string; readonly by: string };

/** To every administrator: the société stays. */
export const deletionCancelled = ({ appOrigin, nom, by }: Facts): MailContent =>
  renderMail({
    subject: `La suppression de « ${nom} » est annulée`,
    paragraphs: [
      "Bonjour,",
      `${by} a annulé la suppression de « ${nom} » : rien n’a été détruit, et tout fonctionne de nouveau comme avant.`,
    ],
    action: { label: "Ouvrir la société", url: `${appOrigin}/tableau-de-bord` },
  });
