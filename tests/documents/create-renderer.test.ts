import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { sha256Of } from "#server/documents/archive";
import { createRenderer } from "#server/documents/create-renderer";
import { aSnapshot, manyLignes } from "../support/printed-kinds.ts";
import { aJob, aRenderer, assetsDir } from "./a-renderer.ts";

const root = join(assetsDir, "../..");
const folder = mkdtempSync(join(tmpdir(), "facturepro-worker-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = aJob(aSnapshot({ content: { lignes: manyLignes(3) } }));

test("a thread draws the same bytes as the main thread, from sources and from its bundle", async () => {
  const expected = sha256Of(await (await aRenderer()).pdf(job));
  const workerFile = join(folder, "render-worker.js");
  await build({
    absWorkingDir: root,
    entryPoints: [join(assetsDir, "render-worker.ts")],
    outfile: workerFile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  // where packages are looked for, and what says that .js is a module
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  symlinkSync(join(root, "package.json"), join(folder, "package.json"));

  for (const options of [{}, { assetsDir }, { assetsDir, workerFile }]) {
    const renderer = createRenderer({ ...options, threads: 1 });
    expect(sha256Of(await renderer.render(job))).toBe(expected);
    expect((await renderer.renderSvgPages(job))?.length).toBe(1);
    await renderer.close();
  }
});

test("too many waiting documents are refused at once, and those that wait are drawn", async () => {
  const renderer = createRenderer({ threads: 1, maxQueue: 3 });
  await renderer.render(job);
  const asked = await Promise.allSettled(Array.from({ length: 12 }, () => renderer.render(job)));
  const drawn = asked.filter(({ status }) => status === "fulfilled");
  const refused = asked.filter(
    (one) => one.status === "rejected" && one.reason.name === "RendererBusyError",
  );
  expect(drawn.length + refused.length).toBe(12);
  expect(drawn.length).toBeGreaterThanOrEqual(3);
  expect(refused.length).toBeGreaterThan(0);
  expect((await renderer.render(job)).length).toBeGreaterThan(10_000);
  await renderer.close();
});

/** A worker that draws nothing: it says which thread it is, and hangs when asked to. */
function aFakeWorker(): string {
  const file = join(folder, "fake-worker.mjs");
  const code = `import { threadId } from "node:worker_threads";
    export async function renderPdf({ engine, job }) {
      if (job.xml === "hang") for (;;);
      await new Promise((resolve) => setTimeout(resolve, 2));
      return { engine, bytes: Uint8Array.of(threadId) };
    }`;
  writeFileSync(file, code);
  return file;
}

test("a document that takes too long is given up, and the next ones are drawn by a fresh thread", async () => {
  const renderer = createRenderer({ threads: 1, timeoutMs: 3000, workerFile: aFakeWorker() });
  const [before] = await renderer.render(job);
  await expect(renderer.render({ ...job, xml: "hang" })).rejects.toMatchObject({
    name: "AbortError",
  });
  const [after] = await renderer.render(job);
  expect(after).not.toBe(before);
  await renderer.close();
});

test("closing waits for what was asked for", async () => {
  const renderer = createRenderer({ threads: 2, workerFile: aFakeWorker() });
  const asked = Array.from({ length: 50 }, () => renderer.render(job));
  await renderer.close();
  expect((await Promise.all(asked)).length).toBe(50);
});

test("threads of the WebAssembly build are replaced before they swell, without losing a document", async () => {
  const drawnBy = async (engine: "native" | "wasm") => {
    const renderer = createRenderer({ threads: 2, engine, workerFile: aFakeWorker() });
    const documents = new Map<number, number>();
    for (let batch = 0; batch < 30; batch++) {
      const drawn = await Promise.all(Array.from({ length: 10 }, () => renderer.render(job)));
      for (const [thread = 0] of drawn) documents.set(thread, (documents.get(thread) ?? 0) + 1);
    }
    await renderer.close();
    const counts = [...documents.values()];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    return { threads: counts.length, most: Math.max(...counts) };
  };
  const wasm = await drawnBy("wasm");
  // 300 documents, 80 for each pair of threads: at least four pairs
  expect(wasm.threads).toBeGreaterThanOrEqual(4);
  expect(wasm.most).toBeLessThanOrEqual(80);
  expect((await drawnBy("native")).threads).toBeLessThanOrEqual(2);
});
