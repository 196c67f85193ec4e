import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What the script of every page says. */
const notice = "/*! licences: /licences.txt */";

/**
 * One text served beside the scripts, with the licence of every package they are made of: nearly all ask that their notice goes
 * with every copy, and written in each script it would be read by every browser.
 * @returns {import("vite").Plugin}
 */
export const licences = () => ({
  name: "licences",
  apply: "build",
  generateBundle(_options, bundle) {
    if (this.environment.config.consumer === "server") return;
    for (const chunk of Object.values(bundle))
      if (chunk.name === "base") chunk.code = `${notice}\n${chunk.code}`;
    const ids = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
    const folders = new Set(ids.map(packageOf).filter((folder) => folder !== null));
    const texts = [...folders].sort().map(noticeOf);
    this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n\n") });
  },
});

/** The folder of the package a module is of; null for ours. */
function packageOf(id) {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  return folder ?? null;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(path.join(folder, file), "utf8").trim() : license;
  return `=== ${name} ${version}, ${license} ===\n\n${text}`;
}
