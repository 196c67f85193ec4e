import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../page";
import { ConflictModal } from "./conflict-modal";
import { contentOf } from "./edited-facture";
import { EditorBanner } from "./editor-banner";
import { editorReducer } from "./editor-reducer";
import { type EditorSeed, editorState, type Theirs } from "./editor-state";
import { type EditorFacts, EditorProvider, type EditorView } from "./editor-view";
import { IssueBox } from "./issue-box";
import { LignesTable } from "./lignes-table";
import { MergeNotice } from "./merge-notice";
import { PasteModal } from "./paste-modal";
import { PresencePill } from "./presence-pill";
import { Preview } from "./preview";
import { PreviewPages } from "./preview-pages";
import { SavePill } from "./save-pill";
import { SheetFoot } from "./sheet-foot";
import { SheetHead } from "./sheet-head";
import { SheetTotals } from "./sheet-totals";
import { SideMentions } from "./side-mentions";
import { SideTerms } from "./side-terms";
import { SideTotals } from "./side-totals";
import { StepFoot } from "./step-foot";
import { type Step, Steps } from "./steps";
import { UndoButtons } from "./undo-buttons";
import { useAcheteur } from "./use-acheteur";
import { useAutosave } from "./use-autosave";
import { useComputedFacture } from "./use-computed-facture";
import { useFocusRequests } from "./use-focus-requests";
import { useIssue } from "./use-issue";
import { usePresence } from "./use-presence";
import { useSameText } from "./use-same";
import { useServerCheck } from "./use-server-check";
import { useUndoKeys } from "./use-undo-keys";

type Props = {
  readonly facts: EditorFacts;
  readonly seed: EditorSeed;
  /** What the server holds now: another page, or a colleague, may have saved since. */
  readonly theirs: Theirs;
  readonly firstKey: string;
};

/** The sheet-like editor of a brouillon: the sheet is the document, what surrounds it is beside it. */
export function FactureEditor({ facts, seed, theirs, firstKey }: Props) {
  const { t } = useTranslation("factures");
  const [state, dispatch] = useReducer(editorReducer, seed, editorState);
  const [step, setStep] = useState<Step>("client");
  const [isChecking, setChecking] = useState(false);
  const [isBeside, setBeside] = useState(facts.startsBeside);
  const canAnnounce = facts.canWrite && facts.issued === null;
  const presences = usePresence({ factureId: facts.factureId, canWrite: canAnnounce });
  const content = useMemo(() => contentOf(state.facture), [state.facture]);
  const acheteur = useAcheteur(content.clientId);
  const { emetteur, today, factureId } = facts;
  const computation = useComputedFacture(state.facture, content, { emetteur, acheteur, today });
  const autosave = useAutosave({ factureId, state, dispatch });
  const { problems } = computation;

  const isReady = useCallback(() => {
    setChecking(true);
    const [first] = problems;
    if (first) dispatch({ type: "focus", field: first.field });
    return !first;
  }, [problems]);
  const issuing = useIssue({ factureId, autosave, firstKey, isReady });

  useFocusRequests(state.focus, step, setStep);
  useSaveKey(autosave.flush);
  useUndoKeys(dispatch);
  useEffect(() => dispatch({ type: "refreshed", theirs, at: Date.now() }), [theirs]);

  const isSettled = state.save.kind === "saved" && problems.length === 0;
  const check = useServerCheck(factureId, state.version, isSettled);
  const told = [...(issuing.failure?.problems ?? []), ...check.problems];
  const shown = useSameText([...told.filter((one) => !problems.some(isSame(one))), ...problems]);
  const view: EditorView = {
    ...computation,
    problems: shown,
    checkFailure: check.failure,
    facts,
    state,
    content,
    acheteur,
    dispatch,
    isChecking,
  };
  const nom = acheteur?.nom ?? "";
  return (
    <EditorProvider value={view}>
      <Page
        width="plein"
        title={nom ? t("editeur.titre", { nom }) : t("editeur.titreNeuf")}
        breadcrumb={[{ to: "/factures", label: t("titre") }]}
        aside={<SavePill save={state.save} />}
        actions={
          <>
            <PresencePill presences={presences} />
            <UndoButtons />
            <Preview isBeside={isBeside} onBeside={setBeside} />
          </>
        }
      >
        <noscript>
          <p className="sans-script">{t("editeur.sansScript")}</p>
        </noscript>
        <EditorBanner />
        <Steps step={step} problems={shown} onStep={setStep} />
        <div className="edition" data-etape={step} data-apercu={isBeside || undefined}>
          <div className="table-a-dessin">
            <article className="feuille" aria-label={t("editeur.feuille")}>
              <SheetHead />
              <div className="etape etape--lignes">
                <LignesTable />
              </div>
              <SheetTotals />
              <SheetFoot />
            </article>
          </div>
          {isBeside && (
            <section className="apercu-cote" aria-label={t("apercu.titre")}>
              <PreviewPages />
            </section>
          )}
          <aside className="cote" aria-label={t("editeur.autour")}>
            <div className="cote__corps">
              <SideTotals />
              <SideTerms />
              <SideMentions />
            </div>
            <IssueBox issuing={issuing} />
          </aside>
        </div>
        <StepFoot step={step} onStep={setStep} onIssue={issuing.ask} />
        <PasteModal />
        <MergeNotice />
        {state.save.kind === "conflict" && <ConflictModal theirs={state.save.theirs} />}
      </Page>
    </EditorProvider>
  );
}

type FieldCode = { readonly field: string; readonly code: string };
const isSame = (a: FieldCode) => (b: FieldCode) => a.field === b.field && a.code === b.code;

/** Ctrl+S (⌘S) saves at once; the browser's own « save the page » helps nobody here. */
function useSaveKey(flush: () => Promise<boolean>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void flush();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [flush]);
}
