import type { MetaFunction } from "@remix-run/node";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { draftForm } from "../components/facture-editor/facture-forms";
import { Page } from "../components/page";
import { SubmitButton } from "../components/submit-button";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta: MetaFunction = () => pageTitle("Nouvelle facture");

export const action = writes([draftForm]);

/** An address for shortcuts and the palette: opens a brouillon at once, by a POST, and steps aside in the history. */
export default function NewFacturePage() {
  const { t } = useTranslation("factures");
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const place = useRef<HTMLDivElement>(null);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    place.current?.querySelector("form")?.requestSubmit();
  }, []);
  return (
    <Page
      title={t("creation.titre")}
      width="lecture"
      breadcrumb={[{ to: "/factures", label: t("titre") }]}
    >
      <div className="vide" ref={place}>
        <p>{t("creation.texte")}</p>
        <Write
          form={draftForm}
          onDone={({ factureId }) => navigate(`/factures/${factureId}/modifier`, { replace: true })}
        >
          <input type="hidden" name="clientId" value={search.get("client") ?? ""} />
          <SubmitButton>{t("creation.ouvrir")}</SubmitButton>
        </Write>
      </div>
    </Page>
  );
}
