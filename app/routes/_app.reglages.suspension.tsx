import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Page } from "../components/page";
import { longDayOf } from "../days";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { useUsage } from "../use-usage";

export const meta = () => pageTitle(words().abonnement.suspension.titre);

/** Whoever is in the société may read it; one that works has nothing to read here. */
export async function loader({ context }: LoaderFunctionArgs) {
  const me = await context.caller.auth.me();
  if (me?.member && !me.member.isSuspended) throw redirect("/tableau-de-bord", 303);
  return null;
}

/** What a suspension stops, what it leaves, and whom to write to. */
export default function Suspension() {
  const { t } = useTranslation("abonnement");
  const stopped = useUsage().notices.find((notice) => notice.kind === "suspension");
  return (
    <Page title={t("suspension.titre")} width="lecture">
      {stopped?.kind === "suspension" && (
        <>
          <p>{t("suspension.depuis", { jour: longDayOf(stopped.since) })}</p>
          <p>
            <b>{t("suspension.raison")}</b> {stopped.motif}
          </p>
        </>
      )}
      <section className="section">
        <h2 className="section__titre">{t("suspension.reste")}</h2>
        <ul className="note">
          <li>
            <Link className="lien" to="/factures">
              {t("suspension.consulter")}
            </Link>
          </li>
          <li>
            <Link className="lien" to="/reglages/donnees">
              {t("suspension.exporter")}
            </Link>
          </li>
          <li>
            <Link className="lien" to="/reglages/abonnement">
              {t("suspension.payer")}
            </Link>
          </li>
        </ul>
      </section>
      <section className="section">
        <h2 className="section__titre">{t("suspension.arrete")}</h2>
        <p className="note">{t("suspension.arreteTexte")}</p>
      </section>
    </Page>
  );
}
