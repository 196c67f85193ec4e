import type { FactureContent } from "#server/domain/facture";
import { isLoggingOut } from "../../forget-drafts";
import { contentOf, type EditedFacture } from "./edited-facture";
import { stableText } from "./stable-text";

/** What a device keeps of a brouillon until the server has acknowledged it. `shape` refuses an older page's copy. */
type Backup = {
  readonly shape: 4;
  /** Version of the server this was typed on, and what it held. */
  readonly version: number;
  readonly base: FactureContent;
  readonly facture: EditedFacture;
};

/** Whose copy it is: on a shared device, nobody sees another's, nor one of another société. */
export type BackupPlace = {
  readonly societeId: string;
  readonly userId: string;
  readonly factureId: string;
};

/** Brouillons thrown away on this page: what is still on the sheet is not kept again. */
const discarded = new Set<string>();

const keyOf = ({ societeId, userId, factureId }: BackupPlace) =>
  `facturepro.brouillon.${userId}.${societeId}.${factureId}`;

/** Storage may be full or forbidden: the page then simply has no second copy. */
export function keepBackup(place: BackupPlace, kept: Omit<Backup, "shape">): boolean {
  if (isLoggingOut() || discarded.has(place.factureId)) return false;
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ shape: 4, ...kept }));
    return true;
  } catch {
    return false;
  }
}

export function dropBackup(place: BackupPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

export const isDiscarded = (factureId: string): boolean => discarded.has(factureId);

/** The brouillon itself is gone. */
export function dropDiscarded(place: BackupPlace): void {
  discarded.add(place.factureId);
  dropBackup(place);
}

/** What this device holds that the server does not, or null. */
export function findBackup(place: BackupPlace, server: FactureContent): Backup | null {
  try {
    const text = localStorage.getItem(keyOf(place));
    const kept = text === null ? null : (JSON.parse(text) as Backup);
    if (kept?.shape !== 4) return null;
    return isSameContent(contentOf(kept.facture), server) ? null : kept;
  } catch {
    return null;
  }
}

/** The same sheet, whatever the order of its keys: a save whose answer was lost is no conflict. */
export const isSameContent = (a: FactureContent, b: FactureContent): boolean =>
  stableText(a) === stableText(b);
