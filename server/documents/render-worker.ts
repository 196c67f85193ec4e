import { setPriority } from "node:os";
import { move, transferableSymbol, valueSymbol } from "piscina";
import {
  createDocumentRenderer,
  type DocumentRenderer,
  type RenderJob,
} from "./render-document.ts";

/** What the pool sends to a worker thread. */
export type RenderTask = {
  readonly assetsDir: string;
  readonly engine: "native" | "wasm" | undefined;
  readonly job: RenderJob;
};

/** On Linux a priority belongs to one thread: pages give way to requests. Elsewhere it would be the whole process's. */
if (process.platform === "linux") setPriority(5);

let renderer: Promise<DocumentRenderer> | null = null;

/** One compiler per thread, made on its first document. */
function rendererOf({ assetsDir, engine }: RenderTask): Promise<DocumentRenderer> {
  renderer ??= createDocumentRenderer(assetsDir, engine);
  return renderer;
}

/** Task of the pool: the PDF in a buffer of its own, handed over without a copy. */
export async function renderPdf(task: RenderTask) {
  const { pdf, engine } = await rendererOf(task);
  const bytes = new Uint8Array(await pdf(task.job));
  return move({
    get [transferableSymbol]() {
      return [bytes.buffer];
    },
    get [valueSymbol]() {
      return { engine, bytes };
    },
  });
}

/** Task of the pool: the pages as images. */
export async function renderSvg(task: RenderTask) {
  const { svg, engine } = await rendererOf(task);
  return { engine, pages: await svg(task.job) };
}
