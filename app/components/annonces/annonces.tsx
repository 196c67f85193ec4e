import { Info, Megaphone, Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isPutAway } from "#server/domain/annonce";
import { type RouterOutputs, trpc } from "../../trpc";
import { PutAway } from "../put-away";

type Annonce = RouterOutputs["annonces"]["current"]["annonces"][number];

const looks = {
  info: { icon: Info, look: undefined },
  attention: { icon: Megaphone, look: "attention" },
  maintenance: { icon: Wrench, look: "attention" },
} as const;

/** An announcement comes to its time, or ends, by the clock alone; the rest is told live. */
const everyMs = 5 * 60_000;

/** Above the pages: what the operator tells everybody, and whether the service only reads. */
export function Annonces() {
  const { t } = useTranslation("annonces");
  const { data } = trpc.annonces.current.useQuery(undefined, { refetchInterval: everyMs });
  if (!data || (data.maintenance === null && data.annonces.length === 0)) return null;
  return (
    <section aria-label={t("region")}>
      {data.maintenance !== null && (
        <Line icon={<Wrench className="ic" aria-hidden />} look="erreur">
          <b>{t("enMaintenance")}</b> {t("enMaintenanceSuite")}
        </Line>
      )}
      {data.annonces.map((annonce) => (
        <One key={annonce.id} annonce={annonce} isReading={data.maintenance !== null} />
      ))}
    </section>
  );
}

/** What is put away is written down: not while the service only reads. */
function One({ annonce, isReading }: { readonly annonce: Annonce; readonly isReading: boolean }) {
  const { t } = useTranslation("annonces");
  const { id, niveau, texte } = annonce;
  const { icon: Icon, look } = looks[niveau];
  return (
    <Line
      icon={<Icon className="ic" aria-hidden />}
      look={look}
      act={
        isPutAway(niveau) &&
        !isReading && <PutAway action="/annonces" name="annonce" value={id} label={t("masquer")} />
      }
    >
      {texte}
    </Line>
  );
}

type LineProps = {
  readonly icon: ReactNode;
  readonly look: string | undefined;
  readonly act?: ReactNode;
  readonly children: ReactNode;
};

const Line = ({ icon, look, act, children }: LineProps) => (
  <div className="bandeau bandeau--annonce" data-v={look}>
    {icon}
    <p>{children}</p>
    {act}
  </div>
);
