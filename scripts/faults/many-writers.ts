import { spawn } from "node:child_process";
import path from "node:path";
import { benchContent } from "../bench/bench-data.ts";
import { startBenchServer } from "../bench/bench-server.ts";
import { openBenchSession } from "../bench/bench-session.ts";
import { checkIssued } from "../bench/check-issued.ts";
import { benchPassword } from "../bench/seed-societe.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";

const root = path.join(import.meta.dirname, "../..");
const writers = 50;
const issues = 2_000;

/** F9: fifty people of one société, and a second process on the same directory. */
export const manyWriters: Fault = {
  name: "fifty writers, two processes",
  promise: "no gap, no duplicate, no refusal; the second process does not start",
  async run() {
    const ground = await openGround();
    const verdict = createVerdict();
    const server = await startBenchServer(ground.dataDir);
    const { mutate } = await openBenchSession(server.baseUrl, {
      username: "faults",
      password: benchPassword,
    });
    const numbers: string[] = [];
    let next = 0;
    let refused = 0;
    const writer = async () => {
      for (let i = next++; i < issues; i = next++) {
        const input = { content: benchContent(i), idempotencyKey: `fault-writer-${i}` };
        await mutate<{ number: string }>("factures.issueContent", input).then(
          ({ number }) => numbers.push(number),
          () => refused++,
        );
      }
    };
    const [second] = await Promise.all([
      startSecond(ground.dataDir),
      ...Array.from({ length: writers }, writer),
    ]);
    await server.end("SIGTERM");
    const check = checkIssued(ground.dataDir, ground.societeId, numbers);
    verdict.expect(refused === 0, `${refused} issues refused`);
    verdict.expect(check.issued === issues, `${check.issued} of ${issues} stored`);
    verdict.expect(
      check.gaps + check.duplicates + check.lost + check.incomplete === 0,
      JSON.stringify(check),
    );
    verdict.expect(check.integrity === "ok", `integrity: ${check.integrity}`);
    verdict.expect(
      second.code !== 0 && second.said.includes("DATA_DIR"),
      `second process: ${second.code} ${second.said}`,
    );
    await ground.leave();
    return {
      dose: `${writers} writers, ${issues} issues`,
      figures: { issued: check.issued, refused },
      broken: verdict.broken,
    };
  },
};

function startSecond(dataDir: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(root, "build/main.js")], {
    cwd: root,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) =>
    child.once("exit", (code) => resolve({ code, said: said.trim() })),
  );
}
