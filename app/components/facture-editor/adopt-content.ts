import type { FactureContent, LigneDraft } from "#server/domain/facture";
import {
  type EditedFacture,
  type EditedLigne,
  editedFacture,
  editedLigne,
  isBlank,
  ligneDraft,
} from "./edited-facture";
import type { EditorState } from "./editor-state";
import { stableText } from "./stable-text";

/**
 * The same page on another content. A row that says the same stays the very row it was, with its key, what is half typed
 * in it and the focus; a row changed in its place keeps its key. Blank rows at the end stay to be written in.
 */
export function adoptContent(state: EditorState, content: FactureContent): EditorState {
  const { lignes, nextKey } = adoptRows(state, content.lignes);
  const kept = lignes.some(({ key }) => key === state.open?.key);
  return {
    ...state,
    facture: { ...adoptHead(state.facture, content), lignes },
    nextKey,
    open: kept ? state.open : null,
    removed: null,
    pasted: null,
  };
}

function adoptRows(state: EditorState, drafts: readonly LigneDraft[]) {
  const before = state.facture.lignes;
  const texts = before.map((ligne) => stableText(ligneDraft(ligne)));
  const wanted = drafts.map((draft) => stableText(draft));
  const free = new Set(before.keys());
  const same = wanted.map((text, index) => {
    const here = free.has(index) && texts[index] === text ? index : undefined;
    const at = here ?? [...free].find((one) => texts[one] === text);
    if (at !== undefined) free.delete(at);
    return at;
  });
  let { nextKey } = state;
  const lignes = drafts.map((draft, index): EditedLigne => {
    const own = same[index] === undefined ? undefined : before[same[index]];
    if (own) return own;
    const place = free.has(index) ? before[index] : undefined;
    free.delete(index);
    return editedLigne(draft, place?.key ?? `x${nextKey++}`);
  });
  const blanks = before.filter((ligne, index) => free.has(index) && isBlank(ligne));
  return { lignes: [...lignes, ...blanks.slice(-1)], nextKey };
}

/** What is half typed stays where its value is the one adopted. */
function adoptHead(before: EditedFacture, content: FactureContent): EditedFacture {
  const adopted = editedFacture({ ...content, lignes: [] });
  const stays = <T>(was: T, is: T, own: (value: T) => unknown): T =>
    stableText({ own: own(was) }) === stableText({ own: own(is) }) ? was : is;
  return {
    ...adopted,
    deliveredOn: stays(before.deliveredOn, adopted.deliveredOn, ({ value }) => value),
    dueOn: stays(before.dueOn, adopted.dueOn, ({ value }) => value),
    ajustements: stays(before.ajustements, adopted.ajustements, (rows) =>
      rows.map(({ sens, valeur, motif }) => ({ sens, valeur: valeur.value, motif })),
    ),
  };
}
