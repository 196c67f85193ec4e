import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import {
  type EditorAction,
  editorReducer,
} from "../../app/components/facture-editor/editor-reducer.ts";
import { type EditorState, editorState } from "../../app/components/facture-editor/editor-state.ts";

export const today = "2026-03-12";

export const aLigne = (designation: string, change: Partial<LigneDraft> = {}): LigneDraft => ({
  kind: "ligne",
  designation,
  description: "",
  quantity: 10_000,
  unit: "C62",
  unitPriceHt: 10_000_000,
  rate: 2000,
  nature: "service",
  ajustements: [],
  produitId: null,
  ...change,
});

export const anEditor = (content: Partial<FactureContent> = {}) =>
  editorState({
    content: emptyContent(content),
    version: 1,
    savedAt: 0,
    defaultRate: 2000,
  });

export const play = (state: EditorState, ...actions: readonly EditorAction[]) =>
  actions.reduce(editorReducer, state);

export const keyOf = (state: EditorState, index: number) => state.facture.lignes[index]?.key ?? "";
export const designations = (state: EditorState) =>
  state.facture.lignes.map((ligne) => ligne.designation);
