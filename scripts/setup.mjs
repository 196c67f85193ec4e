/** npm run setup — install what package-lock.json names, and build; each skipped when already up to date. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`FacturePro needs Node 20.19 or later; this is ${process.version}.`);
  process.exit(1);
}

const sources = [
  "app",
  "server",
  "db",
  "scripts",
  "public",
  "package-lock.json",
  "remix.config.js",
];

step("install", ["package.json", "package-lock.json"], path.join(root, "node_modules"), () =>
  run("npm", ["install", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"]),
);
if (!process.argv.includes("--install-only"))
  step("build", sources, path.join(root, "build"), () => run("npm", ["run", "--silent", "build"]));

/** Run `work` unless `target` carries the mark of exactly these inputs. */
function step(name, inputs, target, work) {
  const mark = path.join(target, `.facturepro-${name}`);
  const wanted = fingerprint(inputs);
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  console.log(`FacturePro: ${name}…`);
  work();
  mkdirSync(target, { recursive: true });
  writeFileSync(mark, fingerprint(inputs));
}

function fingerprint(inputs) {
  const hash = createHash("sha256")
    .update(process.version)
    .update(process.platform + process.arch);
  for (const file of inputs.flatMap((input) => list(path.join(root, input)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function list(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => list(path.join(entry, name)));
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
