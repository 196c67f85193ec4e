import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan, useSociete } from "../../session";
import { type ListParams, listQuery } from "./list-params";

/** The list as it is filtered, as a file for a spreadsheet; names the société it shows. */
export function ExportLink({ params }: { readonly params: ListParams }) {
  const { t } = useTranslation("factures");
  const societe = useSociete();
  const canExport = useCan("exports");
  if (!canExport || !societe) return null;
  const { sort: _, dir: __, ...selection } = listQuery(params);
  const search = new URLSearchParams({ societe: societe.societeId });
  for (const [name, value] of Object.entries(selection)) if (value) search.set(name, value);
  return (
    <a
      className="bouton bouton--discret exporter"
      href={`/factures.csv?${search}`}
      download
      title={t("liste.exporterTitre")}
    >
      <Download className="ic" aria-hidden />
      <span>{t("liste.exporter")}</span>
    </a>
  );
}
