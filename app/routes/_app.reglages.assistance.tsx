import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DoneFlash } from "../components/done-flash";
import { FormSection } from "../components/form-section";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { acceptForm, endForm, refuseForm } from "../components/visite/visite-forms";
import { VisiteOpen, VisiteRequest, type VisiteRow } from "../components/visite/visite-request";
import { shortDayOf } from "../days";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useMe } from "../session";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().assistance.titre, words().reglages.titre);

export const action = writes([acceptForm, refuseForm, endForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.visites.list.fetch()]);

/** Who of the operator's staff may look, until when; nobody without an administrator's word. */
export default function Assistance() {
  const { t } = useTranslation(["assistance", "reglages"]);
  const [{ rows }] = trpc.visites.list.useSuspenseQuery();
  const isVisited = useMe()?.visite != null;
  const asked = rows.find(({ etat }) => etat === "demandee");
  const open = rows.find(({ etat }) => etat === "ouverte");
  return (
    <Page
      title={t("assistance:titre")}
      breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}
    >
      <ReglagesTabs />
      <DoneFlash
        sentences={{
          acceptee: t("assistance:acceptee"),
          refusee: t("assistance:refusee"),
          finie: t("assistance:finie"),
        }}
      />
      <FormSection title={t("assistance:titre")}>
        <p>{t("assistance:intro")}</p>
        {!asked && !open && <p className="note">{t("assistance:aucune")}</p>}
        {asked && !isVisited && <VisiteRequest visite={asked} />}
        {open && !isVisited && <VisiteOpen visite={open} />}
        <p>
          <Link className="lien" to="/reglages/journal?sorte=acces">
            {t("assistance:voirJournal")}
          </Link>
        </p>
      </FormSection>
      <Past rows={rows.filter(({ etat }) => etat === "refusee" || etat === "finie")} />
    </Page>
  );
}

function Past({ rows }: { readonly rows: readonly VisiteRow[] }) {
  const { t } = useTranslation("assistance");
  if (rows.length === 0) return null;
  return (
    <FormSection title={t("historique")}>
      <ul>
        {rows.map(({ id, operatorNom: nom, askedAt, reason: raison, etat }) => (
          <li key={id}>
            {t("ligne", { nom, jour: shortDayOf(askedAt), raison })}{" "}
            <span className="badge badge--etat">{t(`etat.${etat}`)}</span>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
