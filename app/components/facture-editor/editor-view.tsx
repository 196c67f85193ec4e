import { createContext, type Dispatch, type ReactNode, useContext } from "react";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { Acheteur, Emetteur, Marque } from "#server/domain/emetteur";
import type { FactureContent } from "#server/domain/facture";
import type { Failure } from "../../trpc";
import type { EditedFacture } from "./edited-facture";
import type { EditorAction } from "./editor-reducer";
import type { EditorState } from "./editor-state";
import type { Computation } from "./use-computed-facture";
import { useSameObject, useSameText } from "./use-same";

/** What the page knows of the brouillon and of who issues it. */
export type EditorFacts = {
  readonly factureId: string;
  readonly emetteur: Emetteur;
  readonly marque: Marque;
  /** Address of the logo, or null. */
  readonly logo: string | null;
  readonly today: CalendarDay;
  /** The number the next facture would take. */
  readonly nextNumber: string;
  /** A comptable reads; admin and employe write and issue. */
  readonly canWrite: boolean;
  readonly canIssue: boolean;
  /** The preview stands beside the sheet, as it was left on this device. */
  readonly startsBeside: boolean;
  /** Issued meanwhile, by whom; what is typed here can no longer be saved. */
  readonly issued: { readonly number: string; readonly byNom: string } | null;
};

export type EditorView = Computation & {
  readonly facts: EditorFacts;
  readonly state: EditorState;
  readonly content: FactureContent;
  readonly acheteur: Acheteur | null;
  /** Why the server would not issue it, when no field can mend it. */
  readonly checkFailure: Failure | null;
  readonly dispatch: Dispatch<EditorAction>;
  /** Once « Émettre » was asked for, the cells say what they lack. */
  readonly isChecking: boolean;
};

/**
 * What typing in a ligne leaves as it is: a part that reads this only is not drawn again at each key. The amounts and the
 * lignes are not in it.
 */
export type SheetView = Omit<EditorView, "state" | "content" | "computed"> & {
  readonly facture: Omit<EditedFacture, "lignes">;
  readonly content: Omit<FactureContent, "lignes">;
  /** Last version the server acknowledged. */
  readonly version: number;
};

const EditorContext = createContext<EditorView | null>(null);
const SheetContext = createContext<SheetView | null>(null);

type ProviderProps = { readonly value: EditorView; readonly children: ReactNode };

export function EditorProvider({ value, children }: ProviderProps) {
  const { state, content, computed: _computed, ...rest } = value;
  const { lignes: _edited, ...head } = state.facture;
  const { lignes: _lignes, ...terms } = content;
  const sheet = useSameObject<SheetView>({
    ...rest,
    facture: useSameObject(head),
    content: useSameText(terms),
    version: state.version,
  });
  return (
    <SheetContext.Provider value={sheet}>
      <EditorContext.Provider value={value}>{children}</EditorContext.Provider>
    </SheetContext.Provider>
  );
}

/** Everything around a part of the editor; drawn again at each key. */
export function useEditor(): EditorView {
  const view = useContext(EditorContext);
  if (!view) throw new Error("EditorProvider is missing");
  return view;
}

/** What stands around the lignes. */
export function useSheet(): SheetView {
  const view = useContext(SheetContext);
  if (!view) throw new Error("EditorProvider is missing");
  return view;
}

/** The codes of the problems of one field, once they are to be shown. */
export function useFieldProblems(field: string): readonly string[] {
  const { problems, isChecking } = useSheet();
  return problems
    .filter(
      (one) =>
        one.field === field && (isChecking || /_(?:INVALID|NEGATIVE|TOO_LARGE)$/.test(one.code)),
    )
    .map(({ code }) => code);
}
