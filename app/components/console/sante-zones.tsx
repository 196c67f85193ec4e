import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Definition } from "../definition";
import { dayAndHour } from "./sante-figures";
import { useBytes } from "./use-bytes";
import { useDuration } from "./use-duration";
import type { Sante } from "./use-sante";

type Props = { readonly sante: Sante };
type ZoneProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

function Zone({ id, title, children }: ZoneProps) {
  return (
    <section className="zone" aria-labelledby={id}>
      <header className="zone-t">
        <h2 id={id}>{title}</h2>
      </header>
      {children}
    </section>
  );
}

export function ProcessusZone({ sante }: Props) {
  const { t } = useTranslation("sante");
  const bytes = useBytes();
  const { service, fleet } = sante;
  const { lag, memory, streams, open, isShedding } = service;
  return (
    <Zone id="processus-titre" title={t("processus.titre")}>
      <Definition
        entries={[
          { label: t("processus.memoire"), value: bytes(memory) },
          {
            label: t("processus.retard"),
            value: t("processus.ms", { ms: Math.round(lag * 1_000) }),
          },
          { label: t("processus.flux"), value: String(streams) },
          {
            label: t("processus.bases"),
            value: t("processus.surTotal", { nb: open, total: fleet.societes }),
          },
          {
            label: t("processus.delestage"),
            value: t(isShedding ? "processus.refus" : "processus.calme"),
          },
        ]}
      />
    </Zone>
  );
}

export function FilesZone({ sante }: Props) {
  const { t } = useTranslation("sante");
  const duration = useDuration();
  const { fleet, rendering } = sante;
  const since = (nb: number, seconds: number | null) =>
    seconds === null || seconds < 60
      ? String(nb)
      : t("files.depuis", { nb, duree: duration(seconds) });
  return (
    <Zone id="files-titre" title={t("files.titre")}>
      <Definition
        entries={[
          { label: t("files.messages"), value: since(fleet.mailsWaiting, fleet.oldestMail) },
          { label: t("files.messagesEchec"), value: String(fleet.mailsFailed) },
          { label: t("files.documents"), value: String(rendering.documents) },
          { label: t("files.documentsSocietes"), value: String(rendering.societes) },
          { label: t("files.evenements"), value: since(fleet.eventsWaiting, fleet.oldestEvent) },
          { label: t("files.evenementsEchec"), value: String(fleet.eventsFailed) },
        ]}
      />
    </Zone>
  );
}

export function CopiesZone({ sante }: Props) {
  const { t } = useTranslation("sante");
  const { fleet } = sante;
  const { backup, rehearsedAt, copies, rehearsed } = fleet;
  const when = (at: number) => Object.values(dayAndHour(at)).join(", ");
  return (
    <Zone id="copies-titre" title={t("copies.titre")}>
      <Definition
        entries={[
          {
            label: t("copies.societes"),
            value: t("processus.surTotal", { nb: copies, total: fleet.societes }),
          },
          { label: t("copies.echecs"), value: String(fleet.copiesFailed) },
          {
            label: t("copies.chiffree"),
            value: backup && t(backup.sealed ? "copies.oui" : "copies.non"),
          },
          {
            label: t("copies.essai"),
            value: rehearsedAt === null ? t("mesures.jamais") : when(rehearsedAt),
          },
          {
            label: t("copies.essayees"),
            value: t("processus.surTotal", { nb: rehearsed, total: copies }),
          },
          { label: t("copies.essaisEchec"), value: String(fleet.rehearsalsFailed) },
        ]}
      />
    </Zone>
  );
}

export function MigrationsZone({ sante }: Props) {
  const { t } = useTranslation("sante");
  const { fleet, migrations, service } = sante;
  const version = String(service.schema).padStart(4, "0");
  return (
    <Zone id="migrations-titre" title={t("migrations.titre")}>
      <p>
        {t("migrations.version", { version })}.{" "}
        {fleet.toMigrate === 0
          ? t("migrations.ajour")
          : t("migrations.attente", { count: fleet.toMigrate })}
      </p>
      <Concerned
        label={t("migrations.echecs")}
        rows={migrations.map(({ why, ...row }) => ({ ...row, note: why ?? "" }))}
      />
    </Zone>
  );
}

export function PannesZone({ sante }: Props) {
  const { t } = useTranslation("sante");
  if (sante.pannes.length === 0) return null;
  return (
    <Zone id="pannes-titre" title={t("pannes.titre")}>
      <Concerned
        label={t("pannes.titre")}
        rows={sante.pannes.map(({ code, since, ...row }) => ({
          ...row,
          note: t("pannes.depuis", { code, ...dayAndHour(since) }),
        }))}
      />
    </Zone>
  );
}

type Row = { readonly societeId: string; readonly nom: string; readonly note: string };

function Concerned({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className="concernees" aria-label={label}>
      {rows.map(({ societeId, nom, note }) => (
        <li key={societeId}>
          <Link className="lien" to={`/console/societes/${societeId}`}>
            {nom}
          </Link>
          <span className="sub">{note}</span>
        </li>
      ))}
    </ul>
  );
}
