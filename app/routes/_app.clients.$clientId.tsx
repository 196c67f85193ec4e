import type { LoaderFunctionArgs } from "@remix-run/node";
import { Archive, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Act } from "../components/act";
import { ButtonLink } from "../components/button";
import {
  ClientFactures,
  clientFactures,
  NewFactureFor,
} from "../components/client/client-factures";
import { ClientSheet } from "../components/client/client-sheet";
import { DoneFlash } from "../components/done-flash";
import { draftForm } from "../components/facture-editor/facture-forms";
import { JournalLink } from "../components/journal/journal-link";
import { Page } from "../components/page";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { idOf } from "../route-params.server";
import { useCan } from "../session";
import { trpc } from "../trpc";
import { useParam } from "../use-param";
import { useShownEuros } from "../use-shown-euros";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().clients.titre);

const archive = defineForm({
  procedure: "clients.archive",
  read: (form) => ({ clientId: form.text("clientId") }),
  next: (_, { clientId }) => `/clients/${clientId}`,
});
const unarchive = defineForm({
  procedure: "clients.unarchive",
  read: (form) => ({ clientId: form.text("clientId") }),
  next: (_, { clientId }) => `/clients/${clientId}`,
});

export const action = writes([archive, unarchive, draftForm]);

export const loader = (args: LoaderFunctionArgs) => {
  const clientId = idOf(args.params, "clientId");
  return prefetch(args, (queries) => [
    queries.clients.get.fetch({ clientId }),
    queries.factures.list.fetch(clientFactures(clientId)),
  ]);
};

export default function ClientPage() {
  const { t } = useTranslation("clients");
  const clientId = useParam("clientId");
  const [client] = trpc.clients.get.useSuspenseQuery({ clientId });
  const { ventes } = client;
  const shown = useShownEuros();
  return (
    <Page
      title={client.nom}
      breadcrumb={[{ to: "/clients", label: t("titre") }]}
      aside={client.isArchived && <ArchivedPill />}
      actions={<ClientActions clientId={clientId} isArchived={client.isArchived} />}
    >
      <DoneFlash sentences={{ cree: t("fiche.cree"), enregistre: t("fiche.enregistre") }} />
      <div className="fiche-corps">
        <div className="fiche-g">
          <dl className="totaux">
            <div className="chiffre chiffre--grand">
              <dt>{t("fiche.facture")}</dt>
              <dd className="num">{shown(ventes.factureTtc)}</dd>
            </div>
            <div className="chiffre">
              <dt>{t("fiche.reste")}</dt>
              <dd className="num">{shown(ventes.resteTtc)}</dd>
            </div>
            <div className="chiffre">
              <dt>{t("fiche.nbFactures")}</dt>
              <dd className="num">{ventes.nbFactures}</dd>
            </div>
          </dl>
          <ClientFactures clientId={clientId} isArchived={client.isArchived} />
        </div>
        <ClientSheet client={client}>
          <ArchiveAct clientId={clientId} isArchived={client.isArchived} />
          <JournalLink entityId={clientId} />
        </ClientSheet>
      </div>
    </Page>
  );
}

type Known = { readonly clientId: string; readonly isArchived: boolean };

function ClientActions({ clientId, isArchived }: Known) {
  const { t } = useTranslation("clients");
  const canWrite = useCan("clients.write");
  const canDraft = useCan("factures.draft");
  return (
    <>
      {canWrite && (
        <ButtonLink to={`/clients/${clientId}/modifier`} className="haut__second">
          <Pencil className="ic" aria-hidden />
          <span>{t("formulaire.modifier")}</span>
        </ButtonLink>
      )}
      {canDraft && !isArchived && <NewFactureFor clientId={clientId} />}
    </>
  );
}

function ArchivedPill() {
  const { t } = useTranslation("clients");
  return (
    <span className="pilule">
      <Archive className="ic" aria-hidden />
      {t("fiche.archive")}
    </span>
  );
}

function ArchiveAct({ clientId, isArchived }: Known) {
  const { t } = useTranslation("clients");
  if (!useCan("clients.write")) return null;
  return isArchived ? (
    <>
      <p className="note">{t("fiche.archiveTexte")}</p>
      <Act form={unarchive} fields={{ clientId }} label={t("fiche.desarchiver")} />
    </>
  ) : (
    <Act form={archive} fields={{ clientId }} label={t("fiche.archiver")} look="discret" />
  );
}
