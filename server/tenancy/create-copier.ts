import { Worker } from "node:worker_threads";
import { TenancyError } from "./tenancy-error.ts";

/** Rows and sha-256 of all of them, in the order the table gives them. */
type TableDigest = { readonly rows: number; readonly sha256: string };
type Tables = Readonly<Record<string, TableDigest>>;

export type JudgedFile = { readonly schemaVersion: number; readonly tables: Tables };
export type CopiedFile = JudgedFile & { readonly bytes: number; readonly sha256: string };

type Answer = {
  readonly id: number;
  readonly answer?: unknown;
  readonly failure?: { readonly message: string };
};
type Waiting = { resolve(answer: unknown): void; reject(cause: unknown): void };

/** Copies databases in a thread of its own: the service goes on issuing meanwhile. */
export type Copier = ReturnType<typeof createCopier>;

/**
 * The thread starts with the first task. Whoever asks for the copy of a live file holds it open (`tenancy.lend`): the last
 * connection to close would move the log, and only the service's own thread may.
 *
 * All tasks throw TenancyError COPY_FAILED: a file that is not sound is never a copy.
 */
export function createCopier() {
  let worker: Worker | undefined;
  let tasks = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(cause: unknown) {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
    worker = undefined;
  }

  function start(): Worker {
    const made = new Worker(new URL("./copy-worker.js", import.meta.url), { execArgv: [] });
    made.on("message", ({ id, answer, failure }: Answer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (failure) asked?.reject(new TenancyError("COPY_FAILED", failure.message));
      else asked?.resolve(answer);
    });
    made.on("error", (cause) =>
      failAll(new TenancyError("COPY_FAILED", "the copying thread died", cause)),
    );
    made.on("exit", () => failAll(new TenancyError("COPY_FAILED", "the copying thread stopped")));
    made.unref();
    return made;
  }

  function ask<T>(task: string, args: unknown): Promise<T> {
    worker ??= start();
    const asked = worker;
    const id = ++tasks;
    asked.ref();
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      asked.postMessage({ id, task, args });
    }).finally(() => {
      if (waiting.size === 0) asked.unref();
    }) as Promise<T>;
  }

  return {
    /** `VACUUM INTO`: one committed state of `source`, checked (integrity, foreign keys) and on disk under `target`. */
    copy: (source: string, target: string) => ask<CopiedFile>("copy", { source, target }),
    /** Checks a file nobody has open, and digests every table. */
    judge: (path: string) => ask<JudgedFile>("judge", { path }),
    /** Makes a copy fit to be opened: WAL mode, search indexes that point to their rows. */
    revive: (path: string) => ask<void>("revive", { path }),
    async close(): Promise<void> {
      await worker?.terminate();
    },
  };
}
