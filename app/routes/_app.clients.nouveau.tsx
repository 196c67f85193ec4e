import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { ClientForm } from "../components/client/client-form";
import { readClient } from "../components/client/read-client";
import { Page } from "../components/page";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { requirePermission } from "../require-permission.server";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().clients.nouveau);

const create = defineForm({
  procedure: "clients.create",
  read: readClient,
  next: ({ clientId }) => `/clients/${clientId}?fait=cree`,
});

export const action = writes([create]);

export const loader = (args: LoaderFunctionArgs) => requirePermission(args, "clients.write");

export default function NewClient() {
  const { t } = useTranslation("clients");
  return (
    <Page title={t("nouveau")} breadcrumb={[{ to: "/clients", label: t("titre") }]} width="lecture">
      <ClientForm form={create} client={null} back="/clients" />
    </Page>
  );
}
