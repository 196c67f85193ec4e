import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DownloadFailed, downloadZip } from "../../zip-download";
import { Button } from "../button";
import { Modal } from "../facture-modal/modal";
import { useExportHref } from "../list/use-export-href";
import { Progress } from "../selection/progress";
import { showToast } from "../toast/toast-store";
import type { Asked } from "./factures-bar";

type Props = { readonly asked: Asked; readonly onClose: () => void; readonly onDone: () => void };

const begun = { done: 0, total: 0 };

/** The PDF of the ticked documents, in one archive; those just issued are waited for. */
export function BulkArchive({ asked, onClose, onDone }: Props) {
  const { t } = useTranslation("listes");
  const [progress, setProgress] = useState(begun);
  const [failure, setFailure] = useState<string | null>(null);
  const [startedAt] = useState(Date.now);
  const href = useExportHref(asked)("factures.zip");
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, for what was ticked when it was asked.
  useEffect(() => {
    const stop = new AbortController();
    downloadZip(href, stop.signal, setProgress).then(
      (count) => {
        showToast({ text: t("archive.faite", { count }) });
        onDone();
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const said = error instanceof DownloadFailed ? error.message : t("archive.coupee");
        setFailure(said || t("archive.echec"));
      },
    );
    return () => stop.abort();
  }, []);
  const cancel = () => {
    showToast({ text: t("archive.arretee") });
    onClose();
  };
  return (
    <Modal title={t("archive.titre")} onClose={failure === null ? cancel : onClose}>
      {failure === null ? (
        <>
          {progress.total === 0 && <p>{t("archive.preparation")}</p>}
          <Progress {...progress} {...{ startedAt }} label={t("archive.cours")} onCancel={cancel} />
        </>
      ) : (
        <>
          <p role="alert">{failure}</p>
          <div className="acts acts--fin">
            <Button look="principal" onClick={onClose}>
              {t("fermer")}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
