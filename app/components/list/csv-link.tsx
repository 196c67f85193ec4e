import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";

type Props = {
  readonly path: string;
  /** What the page's own query asks; what is empty is left out. */
  readonly selection: Readonly<Record<string, string | number | null>>;
  readonly title: string;
};

/** A list as it is filtered, as a file for a spreadsheet; names the société it shows. */
export function CsvLink({ path, selection, title }: Props) {
  const { t } = useTranslation("factures");
  const societe = useSociete();
  if (!societe) return null;
  const search = new URLSearchParams({ societe: societe.societeId });
  for (const [name, value] of Object.entries(selection)) if (value) search.set(name, String(value));
  return (
    <a
      className="bouton bouton--discret exporter"
      href={`${path}?${search}`}
      download
      title={title}
    >
      <Download className="ic" aria-hidden />
      <span>{t("liste.exporter")}</span>
    </a>
  );
}
