/**
 * npm run verapdf [-- native|wasm] — draw twelve kinds of document in each template and have veraPDF judge them as
 * PDF/A-3a and PDF/UA-1. Needs Java 11 and Maven; the jars are kept in build/verapdf.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import sharp from "sharp";
import { createDocumentRenderer } from "#server/documents/render-document";
import { renderCii } from "#server/domain/en16931/cii";
import { printedKinds, templates } from "../tests/support/printed-kinds.ts";

const root = join(import.meta.dirname, "..");
const jars = join(root, "build/verapdf/jars");
const pdfs = join(root, "build/verapdf/pdf");
const flavours = ["3a", "ua1"] as const;

function fetchJars(): void {
  if (existsSync(jars)) return;
  const pom = join(import.meta.dirname, "verapdf/pom.xml");
  const goal = ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${jars}`];
  execFileSync("mvn", goal, { stdio: "inherit" });
}

/** Wide, with transparency: the awkward kind. */
const logo = await sharp({
  create: {
    width: 480,
    height: 120,
    channels: 4,
    background: { r: 29, g: 78, b: 137, alpha: 0.6 },
  },
})
  .png()
  .toBuffer();

async function drawAll(engine: "native" | "wasm"): Promise<number> {
  rmSync(pdfs, { recursive: true, force: true });
  mkdirSync(pdfs, { recursive: true });
  const renderer = await createDocumentRenderer(join(root, "server/documents"), engine);
  let drawn = 0;
  for (const template of templates) {
    for (const [kind, make] of printedKinds) {
      const snapshot = make({
        template,
        ...(drawn % 2 ? { accent: "#ffd400", window: "left" } : {}),
      });
      const job = { snapshot, xml: renderCii(snapshot), issuedAt: 1_795_000_000 };
      const bytes = await renderer.pdf({ ...job, logo: drawn % 2 ? logo : null });
      const name = `${template} ${kind}`.replace(/[^\w]+/g, "-");
      writeFileSync(join(pdfs, `${name}.pdf`), bytes);
      drawn++;
    }
  }
  return drawn;
}

/** The verdict on each file: veraPDF judges the flavours a file claims, so a missing PASS is a failure too. */
function judge(): Map<string, Set<string>> {
  const java = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", join(jars, "*")];
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  const files = readdirSync(pdfs).map((name) => join(pdfs, name));
  const options = ["--format", "text", "--loglevel", "0"];
  const { stdout } = spawnSync("java", [...java, main, ...options, ...files], { encoding: "utf8" });
  const passed = new Map<string, Set<string>>(files.map((file) => [basename(file), new Set()]));
  for (const [, file = "", flavour = ""] of stdout.matchAll(/^PASS (.+\.pdf) (\w+)/gm)) {
    passed.get(basename(file))?.add(flavour);
  }
  return passed;
}

const engine = process.argv[2] === "wasm" ? "wasm" : "native";
fetchJars();
const drawn = await drawAll(engine);
const verdicts = judge();
let failed = 0;
for (const [file, passed] of verdicts) {
  const missing = flavours.filter((flavour) => !passed.has(flavour));
  if (missing.length > 0) failed++;
  console.log(`${missing.length === 0 ? "PASS" : `FAIL ${missing.join(" ")}`}  ${file}`);
}
console.log(`${engine}: ${drawn - failed} of ${drawn} documents pass ${flavours.join(" and ")}`);
if (failed > 0 || verdicts.size !== drawn) process.exitCode = 1;
