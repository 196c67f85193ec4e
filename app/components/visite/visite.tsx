import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { Modal } from "../facture-modal/modal";
import { type VisiteName, visites } from "./visite-of";

type Props = { readonly visite: VisiteName; readonly onClose: () => void };

/** A page shown part by part. The keyboard suffices: the focus stays in it, Escape ends it and gives the focus back. */
export function Visite({ visite, onClose }: Props) {
  const { t } = useTranslation("visites");
  const steps = Object.entries(visites[visite]);
  const [rank, setRank] = useState(0);
  const [name, selector] = steps[rank] ?? ["", ""];
  usePointing(selector);
  const isLast = rank === steps.length - 1;
  const place = { rang: rank + 1, total: steps.length };
  return (
    <Modal title={t(visite === "liste" ? "liste.titre" : "editeur.titre")} onClose={onClose}>
      <div className="visite" aria-live="polite">
        <p className="doux texte-12 num">{t("rang", place)}</p>
        <p className="fort">{t(`${visite}.${name}.titre` as never)}</p>
        <p>{t(`${visite}.${name}.texte` as never)}</p>
      </div>
      <div className="acts acts--fin">
        {rank > 0 && (
          <Button look="discret" onClick={() => setRank(rank - 1)}>
            {t("precedent")}
          </Button>
        )}
        <Button look="principal" onClick={() => (isLast ? onClose() : setRank(rank + 1))}>
          {t(isLast ? "terminer" : "suivant")}
        </Button>
      </div>
    </Modal>
  );
}

/** What the step is about is in sight, and framed, as long as the step lasts. */
function usePointing(selector: string): void {
  useEffect(() => {
    const target = selector === "" ? null : document.querySelector<HTMLElement>(selector);
    if (!target) return;
    target.scrollIntoView({ block: "nearest" });
    target.dataset["visite"] = "";
    return () => {
      delete target.dataset["visite"];
    };
  }, [selector]);
}
