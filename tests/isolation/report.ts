import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../support/a-service.ts";

/** One attack and what it met. */
export type Finding = {
  /** A procedure, a route, a stream. */
  readonly target: string;
  readonly attack: string;
  readonly expected: string;
  readonly met: string;
  readonly isHeld: boolean;
};

export type Report = {
  readonly date: string;
  readonly commit: string;
  readonly attacks: number;
  readonly held: number;
  readonly targets: number;
  readonly findings: readonly Finding[];
};

export function reportOf(findings: readonly Finding[]): Report {
  return {
    date: new Date().toISOString(),
    commit: commitOf(),
    attacks: findings.length,
    held: findings.filter(({ isHeld }) => isHeld).length,
    targets: new Set(findings.map(({ target }) => target)).size,
    findings,
  };
}

/** `build/isolation.json`, and the same as a table to read. */
export function writeReport(report: Report): void {
  const folder = path.join(root, "build");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "isolation.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(folder, "isolation.txt"), tableOf(report));
}

export function tableOf({ date, commit, attacks, held, targets, findings }: Report): string {
  const header = { target: "target", attack: "attack", expected: "expected", met: "met" };
  const widths = columns.map((name) =>
    Math.max(...[header, ...findings].map((row) => row[name].length)),
  );
  const line = (row: typeof header, verdict: string) =>
    [verdict.padEnd(4), ...columns.map((name, i) => row[name].padEnd(widths[i] ?? 0))]
      .join("  ")
      .trimEnd();
  const rows = findings.map((finding) => line(finding, finding.isHeld ? "ok" : "FAIL"));
  const summary = `${attacks} attacks on ${targets} targets: ${held} held, ${attacks - held} not`;
  return [
    `Isolation · ${date} · commit ${commit}`,
    summary,
    "",
    line(header, ""),
    ...rows,
    "",
  ].join("\n");
}

const columns = ["target", "attack", "expected", "met"] as const;

function commitOf(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, stdio: "pipe" })
      .toString()
      .trim();
  } catch {
    return "unknown";
  }
}
