import { Link } from "@remix-run/react";
import { Banknote, Download, FileCode2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DocumentSheet } from "../facture-document/document-sheet";
import { ImportedSheet } from "../facture-document/imported-sheet";
import { Page } from "../page";
import { ActModal } from "./act-modal";
import { Acts } from "./acts";
import { DetailSummary } from "./detail-summary";
import { DetailProvider, type DetailView } from "./detail-view";
import { ReglementsList } from "./reglements-list";
import { Timeline } from "./timeline";

type Props = {
  readonly view: DetailView;
  /** Address of the logo the document was issued with, or null. */
  readonly logo: string | null;
};

/** An issued document: its page at the left, what surrounds it at the right. */
export function FactureDetail({ view, logo }: Props) {
  const { t } = useTranslation("factures");
  const { facture, content, snapshot, settlement, can } = view;
  const isPayable = can.record && settlement !== null && settlement.reste !== 0;
  return (
    <DetailProvider value={view}>
      <Page
        width="plein"
        title={facture.number ?? ""}
        breadcrumb={[{ to: "/factures", label: t("titre") }]}
        actions={
          <>
            {snapshot && <Downloads factureId={facture.id} />}
            {isPayable && (
              <Link
                className="bouton bouton--principal haut__encaisser"
                to="?acte=reglement"
                preventScrollReset
              >
                <Banknote className="ic" aria-hidden />
                <span>{t("detail.enregistrer")}</span>
              </Link>
            )}
          </>
        }
      >
        <div className="detail">
          <section className="detail__page" aria-label={t("detail.feuille")}>
            {snapshot ? (
              <DocumentSheet snapshot={snapshot} logo={logo} />
            ) : (
              <ImportedSheet facture={facture} content={content} />
            )}
          </section>
          <div className="detail__cote">
            <DetailSummary />
            <ReglementsList />
            <Timeline />
            <Acts />
          </div>
        </div>
        <ActModal />
      </Page>
    </DetailProvider>
  );
}

/** Only what was issued here has files. */
function Downloads({ factureId }: { readonly factureId: string }) {
  const { t } = useTranslation("factures");
  return (
    <>
      <a className="bouton haut__pdf" href={`/factures/${factureId}.xml`}>
        <FileCode2 className="ic" aria-hidden />
        {t("detail.xml")}
      </a>
      <a className="bouton haut__pdf" href={`/factures/${factureId}.pdf`}>
        <Download className="ic" aria-hidden />
        {t("detail.telecharger")}
      </a>
    </>
  );
}
