import { useTranslation } from "react-i18next";
import { useCan } from "../../session";
import { CsvLink } from "../list/csv-link";
import { type ListParams, listQuery } from "./list-params";

/** The list as it is filtered, for those who may take it away. */
export function ExportLink({ params }: { readonly params: ListParams }) {
  const { t } = useTranslation("factures");
  if (!useCan("exports")) return null;
  const { sort: _, dir: __, ...selection } = listQuery(params);
  return <CsvLink path="/factures.csv" selection={selection} title={t("liste.exporterTitre")} />;
}
