import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { ClientForm } from "../components/client/client-form";
import { readClient } from "../components/client/read-client";
import { Page } from "../components/page";
import { VersionField } from "../components/version-field";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { idOf } from "../route-params.server";
import { trpc } from "../trpc";
import { useParam } from "../use-param";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().clients.formulaire.modifier);

const update = defineForm({
  procedure: "clients.update",
  within: "client",
  read: (form) => ({
    clientId: form.text("clientId"),
    version: form.int("version"),
    client: readClient(form),
  }),
  next: (_, { clientId }) => `/clients/${clientId}?fait=enregistre`,
});

export const action = writes([update]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "clients.write");
  return prefetch(args, (queries) => [
    queries.clients.get.fetch({ clientId: idOf(args.params, "clientId") }),
  ]);
}

export default function EditClient() {
  const { t } = useTranslation("clients");
  const clientId = useParam("clientId");
  const [client] = trpc.clients.get.useSuspenseQuery({ clientId });
  return (
    <Page
      title={t("formulaire.modifier")}
      breadcrumb={[
        { to: "/clients", label: t("titre") },
        { to: `/clients/${clientId}`, label: client.nom },
      ]}
      width="lecture"
    >
      <ClientForm form={update} client={client} back={`/clients/${clientId}`}>
        <VersionField name="clientId" id={clientId} version={client.version} />
      </ClientForm>
    </Page>
  );
}
