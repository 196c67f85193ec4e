import { bus } from "#server/journal/bus";
import type { SocieteId } from "#server/tenancy/tenant";

/** A page on which somebody has a brouillon open to write in it. */
type Page = {
  /** Drawn by the page itself. */
  readonly pageId: string;
  readonly userId: string;
  readonly nom: string;
  /** Where they write, as the sheet names its fields; null: they only have it open. */
  readonly field: string | null;
};

type Open = { readonly page: Page; readonly forget: NodeJS.Timeout };

/** A page says again that it is there every 8 seconds: two silences, and it is gone. */
const patienceMs = 20_000;
/** More pages than people of one société ever open on one brouillon; further ones are not shown. */
const mostPages = 30;

/**
 * Who has which brouillon open, in this process's memory (one process owns a data directory): nothing to clean up after
 * a stop. A change goes out live as `facture.presence`, which names the brouillon and nobody.
 */
class Presences {
  readonly #open = new Map<string, Map<string, Open>>();

  /** Here, or still here. */
  note(societeId: SocieteId, factureId: string, page: Page): void {
    const pages = this.#pagesOf(societeId, factureId);
    const known = pages.get(page.pageId);
    if (!known && pages.size >= mostPages) return;
    clearTimeout(known?.forget);
    const leave = () => this.leave(societeId, factureId, page);
    const forget = setTimeout(leave, patienceMs).unref();
    pages.set(page.pageId, { page, forget });
    if (known?.page.field !== page.field || !known) publish(societeId, factureId);
  }

  leave(societeId: SocieteId, factureId: string, { pageId, userId }: Page): void {
    const pages = this.#pagesOf(societeId, factureId);
    const known = pages.get(pageId);
    const isOwn = known?.page.userId === userId;
    if (isOwn) {
      clearTimeout(known.forget);
      pages.delete(pageId);
    }
    if (pages.size === 0) this.#open.delete(keyOf(societeId, factureId));
    if (isOwn) publish(societeId, factureId);
  }

  /** In the order they came. */
  on(societeId: SocieteId, factureId: string): Page[] {
    return [...(this.#open.get(keyOf(societeId, factureId))?.values() ?? [])].map(
      ({ page }) => page,
    );
  }

  #pagesOf(societeId: SocieteId, factureId: string): Map<string, Open> {
    const key = keyOf(societeId, factureId);
    const pages = this.#open.get(key) ?? new Map<string, Open>();
    this.#open.set(key, pages);
    return pages;
  }
}

const keyOf = (societeId: SocieteId, factureId: string) => `${societeId} ${factureId}`;

const publish = (societeId: SocieteId, entityId: string) =>
  bus.publish(societeId, [{ id: 0, kind: "facture.presence", entityId }]);

export const presences = new Presences();
