import type { LoaderFunctionArgs } from "@remix-run/node";
import { Archive } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Act } from "../components/act";
import { Definition } from "../components/definition";
import { DoneFlash } from "../components/done-flash";
import { JournalLink } from "../components/journal/journal-link";
import { Page } from "../components/page";
import { ProduitForm } from "../components/produit/produit-form";
import { readProduit } from "../components/produit/read-produit";
import { VersionField } from "../components/version-field";
import { defineForm } from "../define-form";
import { formatRate, formatUnit, formatUnitPrice } from "../formats";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { idOf } from "../route-params.server";
import { useCan } from "../session";
import { type RouterOutputs, trpc } from "../trpc";
import { useParam } from "../use-param";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().produits.titre);

const update = defineForm({
  procedure: "produits.update",
  within: "produit",
  read: (form) => ({
    produitId: form.text("produitId"),
    version: form.int("version"),
    produit: readProduit(form),
  }),
  next: (_, { produitId }) => `/produits/${produitId}?fait=enregistre`,
});
const archive = defineForm({
  procedure: "produits.archive",
  read: (form) => ({ produitId: form.text("produitId") }),
  next: (_, { produitId }) => `/produits/${produitId}`,
});
const unarchive = defineForm({
  procedure: "produits.unarchive",
  read: (form) => ({ produitId: form.text("produitId") }),
  next: (_, { produitId }) => `/produits/${produitId}`,
});

export const action = writes([update, archive, unarchive]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.produits.get.fetch({ produitId: idOf(args.params, "produitId") }),
    queries.societe.get.fetch(),
  ]);

type Produit = RouterOutputs["produits"]["get"];

export default function ProduitPage() {
  const { t } = useTranslation("produits");
  const produitId = useParam("produitId");
  const [produit] = trpc.produits.get.useSuspenseQuery({ produitId });
  const canWrite = useCan("produits.write");
  return (
    <Page
      title={produit.designation}
      breadcrumb={[{ to: "/produits", label: t("titre") }]}
      aside={
        produit.isArchived && (
          <span className="pilule">
            <Archive className="ic" aria-hidden />
            {t("vues.archives")}
          </span>
        )
      }
      width="lecture"
    >
      <DoneFlash sentences={{ cree: t("fiche.cree"), enregistre: t("fiche.enregistre") }} />
      {canWrite ? (
        <ProduitForm form={update} produit={produit} key={produit.version}>
          <VersionField name="produitId" id={produitId} version={produit.version} />
        </ProduitForm>
      ) : (
        <ProduitSheet produit={produit} />
      )}
      <section className="fiche-pied">
        {produit.uses > 0 && <p className="note">{t("fiche.usage", { count: produit.uses })}</p>}
        {canWrite && <ArchiveAct produit={produit} />}
        <JournalLink entityId={produitId} />
      </section>
    </Page>
  );
}

function ArchiveAct({ produit }: { produit: Produit }) {
  const { t } = useTranslation("produits");
  const fields = { produitId: produit.id };
  return produit.isArchived ? (
    <>
      <p className="note">{t("fiche.archiveTexte")}</p>
      <Act form={unarchive} fields={fields} label={t("fiche.desarchiver")} />
    </>
  ) : (
    <Act form={archive} fields={fields} label={t("fiche.archiver")} look="discret" />
  );
}

/** For those who read only. */
function ProduitSheet({ produit }: { produit: Produit }) {
  const { t } = useTranslation("produits");
  const { description, reference, unitPriceHt, unit, rate } = produit;
  return (
    <Definition
      entries={[
        { label: t("formulaire.description"), value: description },
        { label: t("formulaire.reference"), value: reference },
        {
          label: t("formulaire.prix"),
          value: `${formatUnitPrice(unitPriceHt)} / ${formatUnit(unit)}`,
        },
        { label: t("formulaire.tva"), value: formatRate(rate) },
      ]}
    />
  );
}
