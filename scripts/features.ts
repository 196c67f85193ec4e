/**
 * npm run features — run the tests that prove what the public page says, and write what passed, with the day, to
 * app/fonctionnalites.json. A feature without all of its tests is not written; a failure is told and fails the script.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { todayInParis } from "#server/domain/calendar";
import { featureProofs } from "./features/feature-proofs.ts";
import { provedFeatures, type TestReport } from "./features/proved-features.ts";

const root = join(import.meta.dirname, "..");
const report = join(root, "build/features-report.json");
const files = new Set(Object.values(featureProofs).flatMap((all) => all.map(({ file }) => file)));

const config = ["--config", "tests/vitest.config.ts"];
const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
spawnSync("npx", ["vitest", "run", ...config, ...reporting, ...files], {
  cwd: root,
  stdio: "inherit",
});

const ran = JSON.parse(readFileSync(report, "utf8")) as TestReport;
const features = provedFeatures(featureProofs, ran, root);
const unproved = Object.keys(featureProofs).filter((name) =>
  features.every(({ feature }) => feature !== name),
);
const result = { ranOn: todayInParis(Date.now()), features };
writeFileSync(join(root, "app/fonctionnalites.json"), `${JSON.stringify(result, null, 2)}\n`);
console.log(`${features.length} features proved`);
if (unproved.length > 0) {
  console.error(`not proved, and not shown: ${unproved.join(", ")}`);
  process.exitCode = 1;
}
