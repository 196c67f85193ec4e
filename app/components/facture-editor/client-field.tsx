import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { trpc } from "../../trpc";
import { ClientCombobox } from "./client-combobox";
import { ClientCreation } from "./client-creation";
import { useFieldProblems, useSheet } from "./editor-view";

type Mode =
  | { readonly kind: "read" | "search" }
  | { readonly kind: "create"; readonly nom: string };

/** The buyer's block: read as on the document, searched or created in place. */
export function ClientField() {
  const { t } = useTranslation("factures");
  const { content, acheteur, dispatch } = useSheet();
  const [mode, setMode] = useState<Mode>({ kind: "read" });
  const problems = useFieldProblems("client");
  const cache = trpc.useUtils();
  const choose = async (clientId: string) => {
    setMode({ kind: "read" });
    dispatch({ type: "client", clientId });
    dispatch({ type: "focus", field: "subject" });
    const { echeance } = await cache.clients.get.fetch({ clientId });
    if (echeance) dispatch({ type: "echeance", echeance });
  };

  if (mode.kind === "read" && content.clientId !== null)
    return (
      <button
        type="button"
        className="feuille__client modifiable"
        data-field="client"
        onClick={() => {
          setMode({ kind: "search" });
          dispatch({ type: "focus", field: "client" });
        }}
      >
        <span className="vh">{t("editeur.modifierClient")}</span>
        <span className="doux">{t("editeur.factureA")}</span>
        {acheteur ? <Acheteur /> : <span className="squelette">{t("chargement")}</span>}
      </button>
    );
  return (
    <div className="feuille__client">
      <span className="doux">{t("editeur.factureA")}</span>
      <ClientCombobox
        isInvalid={problems.length > 0}
        onChoose={choose}
        onCreate={(nom) => setMode({ kind: "create", nom })}
        onCancel={() => setMode({ kind: "read" })}
      />
      {mode.kind === "create" && (
        <ClientCreation
          nom={mode.nom}
          onCreated={choose}
          onClose={() => setMode({ kind: "search" })}
        />
      )}
    </div>
  );
}

function Acheteur() {
  const { acheteur } = useSheet();
  if (!acheteur) return null;
  const { nom, siren, address } = acheteur;
  const { line1, line2, zip, city, country } = address;
  const town = [`${zip} ${city}`.trim(), country === "FR" ? "" : country]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <b>{nom}</b>
      {[line1, line2, town].filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {siren !== "" && <span className="doux num">SIREN {formatSiren(siren)}</span>}
    </>
  );
}
