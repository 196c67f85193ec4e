import { useTranslation } from "react-i18next";
import { computeFacture } from "#server/domain/compute-facture";
import type { FactureContent } from "#server/domain/facture";
import { formatAmount } from "../../formats";
import { Modal } from "../facture-modal/modal";
import type { Theirs } from "./editor-state";
import { useEditor } from "./editor-view";

/** Two people wrote at once: both sheets side by side, nothing is thrown away. */
export function ConflictModal({ theirs }: { readonly theirs: Theirs }) {
  const { t } = useTranslation("factures");
  const { content, dispatch } = useEditor();
  const who = theirs.byNom || t("conflit.collegue");
  return (
    <Modal title={t("conflit.titre", { nom: who })} onClose={mustChoose}>
      <p>{t("conflit.texte")}</p>
      <div className="conflit">
        <Sheet title={t("conflit.laVotre")} content={content} other={theirs.content} />
        <Sheet title={t("conflit.laLeur", { nom: who })} content={theirs.content} other={content} />
      </div>
      <div className="acts acts--fin">
        <button
          type="button"
          className="bouton"
          onClick={() => dispatch({ type: "takeTheirs", at: Date.now() })}
        >
          {t("conflit.prendre", { nom: who })}
        </button>
        <button
          type="button"
          className="bouton bouton--principal"
          onClick={() => dispatch({ type: "keepMine" })}
        >
          {t("conflit.garder")}
        </button>
      </div>
    </Modal>
  );
}

/** Escape would silently choose for the person. */
const mustChoose = () => {};

type SheetProps = {
  readonly title: string;
  readonly content: FactureContent;
  readonly other: FactureContent;
};

/** One version in brief; what only this one says is marked. */
function Sheet({ title, content, other }: SheetProps) {
  const { t } = useTranslation("factures");
  const { facts, acheteur } = useEditor();
  const computed = computeFacture({ content, emetteur: facts.emetteur, acheteur, on: facts.today });
  const known = new Set(other.lignes.map((ligne) => JSON.stringify(ligne)));
  return (
    <section>
      <h3>{title}</h3>
      {content.subject && (
        <p className={content.subject === other.subject ? "" : "est-autre"}>{content.subject}</p>
      )}
      <ul>
        {content.lignes.map((ligne, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture of rows without identity.
            key={index}
            className={known.has(JSON.stringify(ligne)) ? "" : "est-autre"}
          >
            <span>{ligne.designation || t(`lignes.sansNom.${ligne.kind}`)}</span>
            <span className="num">
              {ligne.kind === "ligne" && formatAmount(computed.lignes[index]?.netHt ?? 0)}
            </span>
          </li>
        ))}
      </ul>
      <p className="conflit__total num">
        {t("totaux.totalTtc")} <b>{formatAmount(computed.totals.totalTtc)}&nbsp;€</b>
      </p>
    </section>
  );
}
