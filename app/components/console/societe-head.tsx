import { Ban, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { longDayOf, shortDayOf, stretchOf } from "../../days";
import { formatEuros } from "../../formats";
import { GaugeTrack } from "../abonnement/gauge-track";
import { LastSeen } from "../equipe/last-seen";
import { DemonstrationBadge, EtatBadge } from "./etat-badge";
import { SanteBadge } from "./sante-badge";
import { useConsoleSociete } from "./societe-view";
import { useBytes } from "./use-bytes";

/** Who the société is, where it stands, and its four figures. */
export function SocieteHead() {
  const { t } = useTranslation("societes");
  const { nom, slug, figures, createdAt, now, isDemonstration } = useConsoleSociete();
  const { siren, utilisateurs, etat, etatAt, sante } = figures;
  const facts = [
    slug,
    siren && t("fiche.siren", { siren: formatSiren(siren) }),
    t("fiche.inscrite", { jour: longDayOf(createdAt) }),
    t("fiche.utilisateurs", { count: utilisateurs }),
  ].filter(Boolean);
  return (
    <div className="soc-tete">
      <h2 className="soc-nom">
        {nom}{" "}
        {isDemonstration ? <DemonstrationBadge /> : <EtatBadge etat={etat} at={etatAt} now={now} />}{" "}
        <SanteBadge sante={sante} />
        <StopBadges />
      </h2>
      <p className="sub">{facts.join(" · ")}</p>
    </div>
  );
}

/** Stopped by the staff, or about to be destroyed. */
function StopBadges() {
  const { t } = useTranslation("actes");
  const { suspension, closing } = useConsoleSociete().droits;
  return (
    <>
      {suspension && (
        <span className="badge badge--etat" data-v="erreur">
          <Ban className="ic" aria-hidden />
          {t("etat.suspendue")}
        </span>
      )}
      {closing && (
        <span className="badge badge--etat" data-v="erreur">
          <Trash2 className="ic" aria-hidden />
          {t("etat.suppression", { jour: longDayOf(closing.deletionAt) })}
        </span>
      )}
    </>
  );
}

export function SocieteFigures() {
  const { t } = useTranslation("societes");
  const bytes = useBytes();
  const view = useConsoleSociete();
  const { figures, droits, sessions, now, schemaVersion, migrationError } = view;
  const version = String(schemaVersion).padStart(4, "0");
  return (
    <dl className="mesures kpis">
      <div className="mesure">
        <dt>{t("fiche.periode")}</dt>
        <dd>
          <span className="num">
            {figures.factures}
            {figures.limite !== null && <span className="sub">/{figures.limite}</span>}
          </span>
          {figures.limite !== null && <GaugeTrack used={figures.factures} limit={figures.limite} />}
          <p>{t("fiche.du", stretchOf(droits.window))}</p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("fiche.mrr")}</dt>
        <dd>
          <span className="num">{formatEuros(figures.mrrHt)}</span>
          <p>
            <Paid />
          </p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("fiche.base")}</dt>
        <dd>
          <span className="num">{bytes(figures.octets)}</span>
          <p>
            {migrationError === null
              ? t("fiche.schema", { version })
              : t("fiche.schemaEchec", { version, erreur: migrationError })}
          </p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("fiche.sessions")}</dt>
        <dd>
          <span className="num">{sessions}</span>
          <p>
            <LastSeen at={figures.activiteAt} now={now} />
          </p>
        </dd>
      </div>
    </dl>
  );
}

/** « Pro mensuel, 34,80 € TTC dus depuis le 11 novembre ». */
function Paid() {
  const { t } = useTranslation("societes");
  const { stripe, droits } = useConsoleSociete();
  if (stripe === null) return t("fiche.demonstration");
  const { status, interval, dueTtc, pastDueSince } = stripe;
  if (status === null || droits.source !== "abonnement") return t("fiche.sansAbonnement");
  const what = t(interval === "an" ? "fiche.parAn" : "fiche.parMois", { nom: droits.plan.nom });
  if (dueTtc === null || pastDueSince === null) return what;
  const due = { montant: formatEuros(dueTtc), jour: shortDayOf(pastDueSince) };
  return `${what}, ${t("fiche.du_depuis", due)}`;
}
