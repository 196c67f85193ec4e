import { type Letter, letter } from "../letter.ts";
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
export function societeDown({ appOrigin, societeId, nom, code, since }: Facts): Letter {
  const url = `${appOrigin}/console/societes/${societeId}`;
  return letter({
    fr: () => ({
      subject: `Société indisponible : ${nom}`,
      paragraphs: [
        `La base de « ${nom} » ne s’ouvre plus depuis le ${parisTime(since)} (${code}). Ses membres voient une page qui le leur dit ; les autres sociétés ne sont pas touchées.`,
        "La marche à suivre est dans docs/operations.md, fiche « Une société est indisponible » : vérifier le disque, puis restaurer sa dernière sauvegarde.",
      ],
      action: { label: "Ouvrir sa fiche", url },
    }),
    en: () => ({
      subject: `Company unavailable: ${nom}`,
      paragraphs: [
        `The database of “${nom}” has not opened since ${parisTime(since, "en")} (${code}). Its members see a page that tells them; the other companies are not touched.`,
        "What to do is in docs/operations.md, sheet “Une société est indisponible”: check the disk, then restore its last backup.",
      ],
      action: { label: "Open its page", url },
    }),
  });
}
