import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Fault } from "./fault.ts";

const root = path.join(import.meta.dirname, "../..");

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

type Suite = {
  readonly name: string;
  readonly promise: string;
  readonly dose: string;
  readonly filters: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Runs one after the other, each from nothing and, for what is drawn at random, from another seed; 1 unless told. */
  readonly passes?: number;
};

/** A part of the test suite with many times its random inputs. */
export const longerSuite = ({ name, promise, dose, filters, env, passes = 1 }: Suite): Fault => ({
  name,
  promise,
  async run(tell) {
    const figures = { passed: 0, failed: 0 };
    const broken: string[] = [];
    for (let pass = 1; pass <= passes; pass++) {
      const report = await onePass(filters, env);
      figures.passed += report.numPassedTests;
      figures.failed += report.numFailedTests;
      broken.push(...failuresOf(report));
      if (passes > 1) tell(`pass ${pass}/${passes}: ${JSON.stringify(figures)}`);
    }
    return { dose, figures, broken };
  },
});

async function onePass(filters: readonly string[], env: Suite["env"]): Promise<Report> {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-suite-"));
  const file = path.join(folder, "report.json");
  await vitest(filters, file, env);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  await rm(folder, { recursive: true, force: true });
  return report;
}

function failuresOf({ testResults, numPassedTests, numFailedTests }: Report): string[] {
  if (numPassedTests + numFailedTests === 0) return ["no test ran"];
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ fullName }) => fullName);
}

function vitest(filters: readonly string[], file: string, env: Suite["env"]): Promise<void> {
  const program = path.join(root, "node_modules/vitest/vitest.mjs");
  const options = ["--config", "tests/vitest.config.ts", "--reporter=json", `--outputFile=${file}`];
  const long = ["--testTimeout=1800000", "--hookTimeout=600000"];
  const child = spawn(process.execPath, [program, "run", ...options, ...long, ...filters], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

export const tenTimesTheProperties = longerSuite({
  name: "properties, ten times",
  promise: "engine, XML, page and official rules agree to the cent",
  dose: "100,000 factures, 2,000 pages, 500 by the rules",
  filters: ["tests/domain", "tests/documents"],
  env: { FUZZ_FACTOR: "10" },
});

export const hostileInputs = longerSuite({
  name: "hostile inputs",
  promise: "no 500, no state change on a refusal",
  dose: "2,000 a procedure, a form and an upload",
  filters: ["fuzz"],
  // What is accepted stays: in one pass each input would be dearer than the one before.
  env: { FUZZ_RUNS: "100" },
  passes: 20,
});

export const brokenSocietes = longerSuite({
  name: "broken sociétés",
  promise:
    "one société out of order is one unavailable; a migration cut short is taken up; copies restore equal",
  dose: "5 kinds of damage, 3 sabotaged migrations, 2 kills of a fan-out, 8 restores",
  filters: ["tests/flotte", "tests/sauvegardes", "tests/tenancy/migrate", "tests/tenancy/tenancy"],
  env: {},
});
