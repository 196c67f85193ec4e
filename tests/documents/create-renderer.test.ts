import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
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

test("a document that takes too long is given up, and the next ones are drawn by a fresh thread", async () => {
  const renderer = createRenderer({ threads: 1, timeoutMs: 1500 });
  await renderer.render(job);
  const endless = aJob(aSnapshot({ content: { lignes: manyLignes(6000) } }), { xml: "<x/>" });
  await expect(renderer.render(endless)).rejects.toMatchObject({ name: "AbortError" });
  expect((await renderer.render(job)).length).toBeGreaterThan(10_000);
  await renderer.close();
});

test("closing waits for what was asked for", async () => {
  const renderer = createRenderer({ threads: 2 });
  const asked = Array.from({ length: 8 }, () => renderer.render(job));
  await renderer.close();
  expect((await Promise.all(asked)).length).toBe(8);
});

test("threads of the WebAssembly build are replaced before they swell, without losing a document", async () => {
  const renderer = createRenderer({ threads: 1, engine: "wasm" });
  const sizes = new Set<number>();
  for (let i = 0; i < 45; i++) sizes.add((await renderer.render(job)).length);
  expect(sizes.size).toBe(1);
  expect(await renderer.renderSvgPages(job)).toBeNull();
  await renderer.close();
});
