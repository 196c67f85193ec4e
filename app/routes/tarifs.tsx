import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAllowed } from "#server/domain/permissions";
import { PublicFooter } from "../components/public/public-footer";
import { SiteHeader } from "../components/public/site-header";
import { Faq } from "../components/tarifs/faq";
import { type Offre, type Rythme, rythmeOf } from "../components/tarifs/offre";
import { OffreCard } from "../components/tarifs/offre-card";
import { OffresTable } from "../components/tarifs/offres-table";
import { RythmeSwitch } from "../components/tarifs/rythme-switch";
import { words } from "../i18n/spoken";
import { onlyAfterWrites } from "../only-after-writes";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { type Me, useMe } from "../session";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().offres.onglet);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.plans.list.fetch()]);

/** Another rhythm is another look at the same prices. */
export const shouldRevalidate = onlyAfterWrites;

const featured = "essentiel";

export default function Tarifs() {
  const { t } = useTranslation("offres");
  const [offres] = trpc.plans.list.useSuspenseQuery();
  const [search] = useSearchParams();
  const rythme = rythmeOf(search.get("rythme"));
  const me = useMe();
  return (
    <>
      <SiteHeader current="tarifs" />
      <main id="contenu" className="tarifs">
        <div className="tarifs-t">
          <h1>
            {t("titre")} <span>{t("titreSuite")}</span>
          </h1>
          <p className="chapo">{t("chapo")}</p>
          <RythmeSwitch current={rythme} anchor="offres" />
        </div>
        <ul className="offres" id="offres">
          {offres.map((offre) => (
            <OffreCard
              key={offre.offre}
              offre={offre}
              rythme={rythme}
              isFeatured={offre.offre === featured}
              to={choiceOf(me, offre, rythme)}
            />
          ))}
        </ul>
        <p className="note tarifs-n">
          {me?.member && !isAllowed(me.member, "abonnement.manage") ? t("role") : t("taxes")}
        </p>
        <Comparison offres={offres} />
        <Faq />
      </main>
      <PublicFooter />
    </>
  );
}

/** A visitor registers first; who administers a société chooses in its settings; the others ask them. */
function choiceOf(me: Me, { offre, mois }: Offre, rythme: Rythme): string | null {
  const choice = new URLSearchParams({ offre, ...(rythme === "an" && { rythme }) });
  if (!me) return mois?.priceHt ? `/inscription?${choice}` : "/inscription";
  return me.member && isAllowed(me.member, "abonnement.manage")
    ? `/reglages/abonnement?${choice}#offres`
    : null;
}

function Comparison({ offres }: { readonly offres: readonly Offre[] }) {
  const { t } = useTranslation("offres");
  return (
    <section className="tarifs-c" aria-labelledby="comparer">
      <h2 id="comparer">{t("comparer")}</h2>
      <OffresTable offres={offres} head={({ nom }) => <span className="pl-n">{nom}</span>} />
    </section>
  );
}
