import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { BookedTable } from "./booked-table";
import { CancelNote } from "./cancel-note";
import { OpenInvoices } from "./open-invoices";

/** What the société owes and what it paid, with the documents. */
export function InvoicesSection() {
  const { t } = useTranslation("abonnement");
  const [factures] = trpc.abonnement.factures.useSuspenseQuery();
  const { data: invoices = [] } = trpc.abonnement.invoices.useQuery();
  const open = invoices.filter(({ status }) => status === "open" || status === "uncollectible");
  const paid = invoices.filter(({ status, totalTtc }) => status === "paid" && totalTtc > 0);
  const isPreparing = paid.length > factures.filter(({ type }) => type === "facture").length;
  return (
    <section className="abo-fact" aria-labelledby="abo-factures">
      <header className="zone-t">
        <h2 id="abo-factures">{t("factures.titre")}</h2>
        <p>{t("factures.note")}</p>
      </header>
      {open.length > 0 && <OpenInvoices invoices={open} />}
      {factures.length > 0 && <BookedTable factures={factures} />}
      {isPreparing && <p className="note">{t("factures.preparation")}</p>}
      {factures.length + invoices.length === 0 && <p className="note">{t("factures.vide")}</p>}
      <CancelNote />
    </section>
  );
}
