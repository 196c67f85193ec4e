import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useSearchParams } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { searchOf } from "../components/list/list-param";
import { Page } from "../components/page";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().palette.page);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.recherche.all.fetch({ q: searchOf(new URL(args.request.url).searchParams) }),
  ]);

/** What the palette finds, as a page: for those without JavaScript, and to be sent to a colleague. */
export default function SearchPage() {
  const { t } = useTranslation("palette");
  const [params] = useSearchParams();
  const q = searchOf(params);
  const [found] = trpc.recherche.all.useSuspenseQuery({ q });
  const groups = [
    {
      title: t("clients"),
      entries: found.clients.map(({ id, nom, city }) => ({
        to: `/clients/${id}`,
        name: nom,
        detail: city,
      })),
    },
    {
      title: t("factures"),
      entries: found.factures.map(({ id, number, clientNom, subject }) => ({
        to: number ? `/factures/${id}` : `/factures/${id}/modifier`,
        name: clientNom || t("sansClient"),
        detail: [number ?? t("brouillon"), subject].filter(Boolean).join(" · "),
      })),
    },
    {
      title: t("produits"),
      entries: found.produits.map(({ id, designation, reference }) => ({
        to: `/produits/${id}`,
        name: designation,
        detail: reference,
      })),
    },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <Page title={t("page")} width="lecture">
      <Form method="get" role="search" className="outils">
        <span className="champ-icone">
          <Search className="ic" aria-hidden />
          <input
            key={q}
            className="champ"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            aria-label={t("invite")}
            placeholder={t("pageInvite")}
          />
        </span>
        <Button type="submit">{t("chercher")}</Button>
      </Form>
      {groups.map(({ title, entries }) => (
        <section key={title} className="zone">
          <div className="zone-t">
            <h2>{title}</h2>
          </div>
          <ul className="courriers">
            {entries.map(({ to, name, detail }) => (
              <li key={to}>
                <Link to={to}>
                  <b>{name}</b>
                  <span className="doux">{detail}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className="palette__rien">{t("rien", { recherche: q })}</p>}
    </Page>
  );
}
