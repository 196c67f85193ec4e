import { canonicalJson } from "#server/domain/canonical-json";
import type { FactureContent } from "#server/domain/facture";
import { contentOf, type EditedFacture } from "./edited-facture";

/** What a device keeps of a brouillon until the server has acknowledged it. `shape` refuses an older page's copy. */
type Backup = {
  readonly shape: 3;
  /** Version of the server this was typed on. */
  readonly version: number;
  readonly facture: EditedFacture;
};

/** Ids are never shared by two sociétés. */
const keyOf = (factureId: string) => `facturepro.brouillon.${factureId}`;

/** Storage may be full or forbidden: the page then simply has no second copy. */
export function keepBackup(factureId: string, kept: Omit<Backup, "shape">): boolean {
  try {
    localStorage.setItem(keyOf(factureId), JSON.stringify({ shape: 3, ...kept }));
    return true;
  } catch {
    return false;
  }
}

export function dropBackup(factureId: string): void {
  try {
    localStorage.removeItem(keyOf(factureId));
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

/** What this device holds that the server does not, or null. */
export function findBackup(factureId: string, server: FactureContent): Backup | null {
  try {
    const text = localStorage.getItem(keyOf(factureId));
    const kept = text === null ? null : (JSON.parse(text) as Backup);
    if (kept?.shape !== 3) return null;
    return isSameContent(contentOf(kept.facture), server) ? null : kept;
  } catch {
    return null;
  }
}

/** The same sheet, whatever the order of its keys: a save whose answer was lost is no conflict. */
export const isSameContent = (a: FactureContent, b: FactureContent): boolean =>
  canonicalJson(a) === canonicalJson(b);
