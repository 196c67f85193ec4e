import { join } from "node:path";
import sharp from "sharp";
import { createDocumentRenderer, type RenderJob } from "#server/documents/render-document";
import { renderCii } from "#server/domain/en16931/cii";
import type { Snapshot } from "#server/domain/snapshot";

export const assetsDir = join(import.meta.dirname, "../../server/documents");
const ISSUED_AT = 1_795_000_000;

// read by the native compiler when it starts: two test files share two cores
process.env["RAYON_NUM_THREADS"] ??= "1";

/** A renderer in this very thread. */
export const aRenderer = (engine?: "native" | "wasm") => createDocumentRenderer(assetsDir, engine);

/** The job of an issued document, its XML by the product's own writer. */
export const aJob = (snapshot: Snapshot, more: Partial<RenderJob> = {}): RenderJob => ({
  snapshot,
  xml: renderCii(snapshot),
  logo: null,
  issuedAt: ISSUED_AT,
  ...more,
});

export const aLogo = (width = 480, height = 160): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 4, background: { r: 29, g: 78, b: 137, alpha: 0.7 } },
  })
    .png()
    .toBuffer();
