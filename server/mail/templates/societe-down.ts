import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  readonly appOrigin: string;
  readonly societeId: string;
  readonly nom: string;
  /** What the store says: `SQLITE_NOTADB`, `TENANT_MISMATCH`… */
  readonly code: string;
  /** Milliseconds UTC. */
  readonly since: number;
};

/** To the operator, once a breakdown: one société cannot be served, the others can. */
export const societeDown = ({ appOrigin, societeId, nom, code, since }: Facts): MailContent =>
  renderMail({
    subject: `Société indisponible : ${nom}`,
    paragraphs: [
      "Bonjour,",
      `La base de « ${nom} » ne s’ouvre plus depuis le ${parisTime(since)} (${code}). Ses membres voient une page qui le leur dit ; les autres sociétés ne sont pas touchées.`,
      "La marche à suivre est dans docs/operations.md, fiche « Une société est indisponible » : vérifier le disque, puis restaurer sa dernière sauvegarde.",
    ],
    action: { label: "Ouvrir sa fiche", url: `${appOrigin}/console/societes/${societeId}` },
  });
