import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Page } from "../components/page";
import { ProduitForm } from "../components/produit/produit-form";
import { readProduit } from "../components/produit/read-produit";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().produits.nouveau);

const create = defineForm({
  procedure: "produits.create",
  read: readProduit,
  next: ({ produitId }) => `/produits/${produitId}?fait=cree`,
});

export const action = writes([create]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "produits.write");
  return prefetch(args, (queries) => [queries.societe.get.fetch()]);
}

export default function NewProduit() {
  const { t } = useTranslation("produits");
  return (
    <Page
      title={t("nouveau")}
      breadcrumb={[{ to: "/produits", label: t("titre") }]}
      width="lecture"
    >
      <ProduitForm form={create} produit={null} back="/produits" />
    </Page>
  );
}
