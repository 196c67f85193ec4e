import { join } from "node:path";
import { printable, printableDeep } from "#server/domain/printable";
import type { Snapshot } from "#server/domain/snapshot";
import { createTypst } from "./create-typst.ts";
import { finishPdf } from "./finish-pdf.ts";
import { qrSvg } from "./qr-svg.ts";
import { svgPages } from "./svg-pages.ts";
import { transferPayload } from "./transfer-payload.ts";
import type { DocumentFiles, TypstSource } from "./typst.ts";
import { documentView } from "./view.ts";

/** One document to draw. */
export type RenderJob = {
  readonly snapshot: Snapshot;
  /** The stored CII XML, embedded as it is; null draws a preview: stamped BROUILLON, no XML, no QR code. */
  readonly xml: string | null;
  /** The PNG that `snapshot.marque.logoSha256` names, or null. */
  readonly logo: Uint8Array | null;
  /** Whole seconds since 1970, stored with the facture: the same job gives the same bytes. */
  readonly issuedAt: number;
};

/** Mapped where a document has none of its own: every document maps all files, so none is left from another. */
const NO_LOGO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const NO_QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1h-1z"/></svg>';
const NO_XML = "<none/>";
const DOCUMENTS_PER_EVICTION = 5;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

export type DocumentRenderer = {
  readonly engine: "native" | "wasm";
  /** The final bytes of an issued document, or of a preview. */
  pdf(job: RenderJob): Promise<Uint8Array>;
  /** One self-contained SVG per page, without scripts; null where the WebAssembly build is in use. */
  svg(job: RenderJob): Promise<string[] | null>;
};

/**
 * @param assetsDir folder with `templates/` and `fonts/`.
 * @param engine forces one build of Typst, for tests.
 */
export async function createDocumentRenderer(
  assetsDir: string,
  engine?: "native" | "wasm",
): Promise<DocumentRenderer> {
  const typst = await createTypst(
    { templatesDir: join(assetsDir, "templates"), fontsDir: join(assetsDir, "fonts") },
    engine,
  );
  let rendered = 0;

  function sourceOf({ snapshot, xml, logo, issuedAt }: RenderJob): TypstSource {
    const isPreview = xml === null;
    const stamp = isPreview ? "BROUILLON" : "";
    const drawn = documentView(snapshot, { stamp, isPreview, issuedAt, hasLogo: logo !== null });
    // the title is metadata: it takes no invisible places to break
    const view = { ...printableDeep(drawn, printable.text), title: printable.name(drawn.title) };
    const payload = isPreview ? null : transferPayload(snapshot);
    const files: DocumentFiles = {
      "invoice.json": Buffer.from(JSON.stringify(view)),
      "factur-x.xml": Buffer.from(xml ?? NO_XML),
      "qr.svg": Buffer.from(payload === null ? NO_QR : qrSvg(payload)),
      logo: logo ?? NO_LOGO,
    };
    return { main: `${snapshot.marque.template}.typ`, files };
  }

  /** Native memory is freed only when the event loop turns, and the memo grows until told otherwise. */
  async function settle(): Promise<void> {
    rendered++;
    if (rendered % DOCUMENTS_PER_EVICTION === 0) typst.evict();
    await nextTurn();
  }

  return {
    engine: typst.engine,
    async pdf(job) {
      const drawn = Buffer.from(typst.pdf(sourceOf(job), job.issuedAt));
      const bytes = job.xml === null ? drawn : finishPdf(drawn);
      await settle();
      return bytes;
    },
    async svg(job) {
      const drawn = typst.svg(sourceOf(job));
      await settle();
      return drawn === null ? null : svgPages(drawn);
    },
  };
}
