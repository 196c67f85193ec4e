import { useTranslation } from "react-i18next";
import { useCan, useMe } from "../../session";
import { Modal } from "../facture-modal/modal";

type Shortcut = {
  readonly keys: readonly string[];
  readonly label: string;
  readonly isSequence?: true;
};

type Props = {
  readonly onClose: () => void;
  /** Absent: the page has no guided visit. */
  readonly onVisit?: () => void;
};

/** Every shortcut of the product, and what it does; the visit of the page, where there is one. */
export function ShortcutsHelp({ onClose, onVisit }: Props) {
  const { t } = useTranslation(["raccourcis", "factures", "visites"]);
  const canWrite = useCan("factures.draft");
  const hasSeveral = (useMe()?.memberships.length ?? 0) > 1;
  const everywhere: readonly Shortcut[] = [
    ...(canWrite ? [{ keys: ["c"], label: t("nouvelleFacture") }] : []),
    { keys: ["g", "t"], label: t("tableau"), isSequence: true },
    { keys: ["g", "f"], label: t("factures"), isSequence: true },
    { keys: ["g", "c"], label: t("clients"), isSequence: true },
    { keys: ["g", "p"], label: t("produits"), isSequence: true },
    ...(hasSeveral ? [{ keys: ["g", "s"], label: t("societes"), isSequence: true as const }] : []),
    { keys: ["Ctrl", "K"], label: t("recherche") },
    { keys: ["/"], label: t("rechercheListe") },
    { keys: ["?"], label: t("aide") },
  ];
  const editor: readonly Shortcut[] = [
    { keys: ["Tab"], label: t("suivante") },
    { keys: [t("entree")], label: t("rangee") },
    { keys: ["Alt", "↑↓"], label: t("deplacer") },
    { keys: ["Alt", t("entree")], label: t("details") },
    { keys: ["Alt", t("suppr")], label: t("supprimer") },
    { keys: [t("echap")], label: t("fermerLigne") },
    { keys: ["Ctrl", "Z"], label: t("defaire") },
    { keys: ["Ctrl", t("maj"), "Z"], label: t("refaire") },
    { keys: ["Ctrl", "V"], label: t("coller") },
    { keys: ["Ctrl", "S"], label: t("enregistrer") },
  ];
  return (
    <Modal title={t("titre")} onClose={onClose}>
      <List shortcuts={everywhere} />
      {canWrite && (
        <>
          <h3 className="texte-13">{t("editeur")}</h3>
          <List shortcuts={editor} />
        </>
      )}
      <div className="acts acts--fin">
        {onVisit && (
          <button type="button" className="bouton bouton--discret" onClick={onVisit}>
            {t("visites:commencer")}
          </button>
        )}
        <button type="button" className="bouton" onClick={onClose}>
          {t("factures:fermer")}
        </button>
      </div>
    </Modal>
  );
}

function List({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation("raccourcis");
  return (
    <dl className="raccourcis">
      {shortcuts.map(({ keys, label, isSequence }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="touches">
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && isSequence && <span className="doux texte-12"> {t("puis")} </span>}
                <kbd className="touche">{key}</kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
