import { Link } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session";

/** From a facture, a client or a produit to its own lines, for those who read the journal. */
export function JournalLink({ entityId }: { readonly entityId: string }) {
  const { t } = useTranslation("journal");
  if (!useCan("journal")) return null;
  return (
    <Link className="lien journal-lien" to={`/reglages/journal?objet=${entityId}`}>
      <ScrollText className="ic" aria-hidden />
      {t("lien")}
    </Link>
  );
}
