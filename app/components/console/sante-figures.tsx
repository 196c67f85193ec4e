import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { useBytes } from "./use-bytes";
import { useDuration } from "./use-duration";
import type { Sante } from "./use-sante";

type Figure = { readonly name: string; readonly value: string; readonly note: string };

/** The service in four figures. */
export function SanteFigures({ sante }: { readonly sante: Sante }) {
  const { t } = useTranslation("sante");
  const bytes = useBytes();
  const duration = useDuration();
  const { service, disk, now } = sante;
  const { version, startedAt, requests } = service;
  const figures: readonly Figure[] = [
    {
      name: t("mesures.service"),
      value: duration((now - startedAt) / 1_000),
      note: t("mesures.version", { version, ...dayAndHour(startedAt) }),
    },
    {
      name: t("mesures.disque"),
      value: bytes(disk.bytes),
      note: t("mesures.disquePart", { part: Math.round(disk.ratio * 100) }),
    },
    { name: t("mesures.sauvegarde"), ...useBackup(sante) },
    {
      name: t("mesures.demandes"),
      value: String(requests.running),
      note: t("mesures.demandesTotal", { servies: requests.answered, refusees: requests.shed }),
    },
  ];
  return (
    <dl className="mesures kpis">
      {figures.map(({ name, value, note }) => (
        <div className="mesure" key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="num">{value}</span>
            <p>{note}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useBackup({ fleet }: Sante): Omit<Figure, "name"> {
  const { t } = useTranslation("sante");
  const bytes = useBytes();
  const duration = useDuration();
  const { backup, backupAge } = fleet;
  if (backup === null || backupAge === null) return { value: t("mesures.jamais"), note: "" };
  const poids = bytes(backup.bytes);
  return {
    value: duration(backupAge),
    note: t("mesures.sauvegardeQuand", { ...dayAndHour(backup.startedAt), poids }),
  };
}

/** For the sentences that say when. */
export const dayAndHour = (at: number) => ({ jour: shortDayOf(at), heure: formatTime(at) });
