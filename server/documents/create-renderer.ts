import { join } from "node:path";
import { Piscina } from "piscina";
import type { RenderJob } from "./render-document.ts";
import type { RenderTask } from "./render-worker.ts";

export type RendererOptions = {
  /** Folder of `templates/` and `fonts/`: `server/documents`, wherever the bundle lies. */
  readonly assetsDir?: string;
  /** The worker's own bundle (`build/render-worker.js`). Without it the sources are run through tsx. */
  readonly workerFile?: string;
  /** Worker threads; one document keeps one of them busy. */
  readonly threads?: number;
  /** Documents that may wait. */
  readonly maxQueue?: number;
  /** Waiting included; the thread that overruns it is ended and replaced. */
  readonly timeoutMs?: number;
  /** Forces one build of Typst, for tests. */
  readonly engine?: "native" | "wasm";
};

export type Renderer = {
  /**
   * Draw one document, off the main thread.
   *
   * @throws RendererBusyError when too many documents wait: try again later, nothing is lost.
   * @throws AbortError after the timeout.
   */
  render(job: RenderJob): Promise<Uint8Array>;
  /** The same pages as self-contained SVG images without scripts; null where this build of Typst cannot draw them. */
  renderSvgPages(job: RenderJob): Promise<string[] | null>;
  /** Documents waiting for a thread. */
  waiting(): number;
  /** Let what was begun finish, then end the threads. */
  close(): Promise<void>;
};

/** Too many documents wait for a worker thread. */
class RendererBusyError extends Error {
  override readonly name = "RendererBusyError";
}

/** WebAssembly never gives memory back, about 1.5 MB a document: its threads are replaced after this many. */
const WASM_DOCUMENTS_PER_THREAD = 40;

type Outcome = { readonly engine: "native" | "wasm" };

/** Threads, and what they were asked for and have not answered yet. */
type Generation = {
  readonly pool: Piscina<RenderTask, Outcome>;
  readonly pending: Set<Promise<unknown>>;
  sent: number;
};

/**
 * Typst's native code must not start threads of its own for each of ours. It reads the environment of the process,
 * which the `env` of a worker does not reach; what the main thread sets before the first document does.
 */
function keepToOneThread(): void {
  process.env["RAYON_NUM_THREADS"] ??= "1";
}

function openGeneration(
  assetsDir: string,
  workerFile: string | undefined,
  threads: number,
): Generation {
  const pool = new Piscina<RenderTask, Outcome>({
    filename: workerFile ?? join(assetsDir, "render-worker-dev.mjs"),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    maxQueue: Number.MAX_SAFE_INTEGER,
    ...(workerFile ? {} : { execArgv: [] }),
  });
  return { pool, pending: new Set(), sent: 0 };
}

/** Piscina's own `close` drops what waits, so the answers are awaited first. */
async function closeGeneration({ pool, pending }: Generation): Promise<void> {
  while (pending.size > 0) await Promise.allSettled(pending);
  await pool.destroy();
}

/** The pool of threads that draw documents. Open one per process and close it when the service stops. */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { workerFile, threads = 2, maxQueue = 500, timeoutMs = 60_000, engine } = options;
  const assetsDir = options.assetsDir ?? import.meta.dirname;
  keepToOneThread();
  let current = openGeneration(assetsDir, workerFile, threads);
  let isWasm = false;
  const closing = new Set<Promise<void>>();

  function replaceThreads(): void {
    const closed = closeGeneration(current).finally(() => closing.delete(closed));
    closing.add(closed);
    current = openGeneration(assetsDir, workerFile, threads);
  }

  async function run<T extends Outcome>(
    name: "renderPdf" | "renderSvg",
    job: RenderJob,
  ): Promise<T> {
    if (isWasm && current.sent >= WASM_DOCUMENTS_PER_THREAD * threads) replaceThreads();
    const { pool, pending } = current;
    if (pool.queueSize >= maxQueue) throw new RendererBusyError(`${maxQueue} documents wait`);
    const signal = AbortSignal.timeout(timeoutMs);
    current.sent++;
    const answer = pool.run({ assetsDir, engine, job }, { name, signal });
    pending.add(answer);
    const outcome = (await answer.finally(() => pending.delete(answer))) as T;
    isWasm = outcome.engine === "wasm";
    return outcome;
  }

  return {
    async render(job) {
      const { bytes } = await run<Outcome & { bytes: Uint8Array }>("renderPdf", job);
      return bytes;
    },
    async renderSvgPages(job) {
      const { pages } = await run<Outcome & { pages: string[] | null }>("renderSvg", job);
      return pages;
    },
    waiting: () => current.pool.queueSize,
    async close() {
      await Promise.all([closeGeneration(current), ...closing]);
    },
  };
}
