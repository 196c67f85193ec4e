import { setTimeout as sleep } from "node:timers/promises";
import { demoRandom } from "#server/demo/demo-random";
import { freePort } from "../../tests/support/free-port.ts";
import { benchContent } from "../bench/bench-data.ts";
import { type BenchServer, startBenchServer } from "../bench/bench-server.ts";
import { type BenchSession, CallFailed, openBenchSession } from "../bench/bench-session.ts";
import { checkIssued } from "../bench/check-issued.ts";
import { benchPassword } from "../bench/seed-societe.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";

const kills = Number(process.env["FAULT_KILLS"] ?? "32");
const issuers = 16;
/** One in five is a graceful stop cut short. */
const gracefulEvery = 5;

type Tally = {
  /** Numbers answered, by idempotency key. */
  readonly answered: Map<string, string>;
  /** Keys asked and never answered. */
  readonly unanswered: Set<string>;
  next: number;
  refused: number;
};

/** F1, F2, F16: the process dies at random instants while sixteen people issue on one société. */
export const killWhileIssuing: Fault = {
  name: "kill -9 while issuing",
  promise: "acknowledged = stored, no gap, no duplicate, the chain verifies",
  async run(tell) {
    const ground = await openGround();
    const port = await freePort();
    const verdict = createVerdict();
    const tally: Tally = { answered: new Map(), unanswered: new Set(), next: 0, refused: 0 };
    const random = demoRandom(2_026);
    let session: BenchSession | undefined;
    for (let kill = 1; kill <= kills; kill++) {
      const server = await startBenchServer(ground.dataDir, { port });
      session ??= await openBenchSession(server.baseUrl, {
        username: "faults",
        password: benchPassword,
      });
      await retryUnanswered(session, tally);
      await dieWhileIssuing(
        server,
        session,
        tally,
        random.int(20, 900),
        kill % gracefulEvery === 0,
      );
      tell(
        `kill ${kill}/${kills}: ${tally.answered.size} answered, ${tally.unanswered.size} in doubt`,
      );
    }
    const server = await startBenchServer(ground.dataDir, { port });
    if (session) await retryUnanswered(session, tally);
    const chain = await session?.query<{ fault: unknown; documents: number; lines: number }>(
      "journal.verify",
    );
    await server.end("SIGTERM");

    const numbers = [...tally.answered.values()];
    const check = checkIssued(ground.dataDir, ground.societeId, numbers);
    verdict.expect(
      check.issued === numbers.length,
      `${check.issued} stored, ${numbers.length} acknowledged`,
    );
    verdict.expect(check.lost === 0, `${check.lost} acknowledged and lost`);
    verdict.expect(check.duplicates === 0, `${check.duplicates} numbers given twice`);
    verdict.expect(check.gaps === 0, `${check.gaps} gaps`);
    verdict.expect(check.incomplete === 0, `${check.incomplete} without lignes or content`);
    verdict.expect(check.integrity === "ok", `integrity: ${check.integrity}`);
    verdict.expect(chain?.fault === null, `chain: ${JSON.stringify(chain?.fault)}`);
    verdict.expect(tally.refused === 0, `${tally.refused} issues refused`);
    await ground.leave();
    return {
      dose: `${kills} kills, ${issuers} issuers`,
      figures: { issued: check.issued, chained: chain?.lines ?? 0, undrawn: check.undrawn },
      broken: verdict.broken,
    };
  },
};

/** A lost answer is asked again with the same key: the same facture comes back, or is issued only now. */
async function retryUnanswered(session: BenchSession, tally: Tally): Promise<void> {
  for (const key of [...tally.unanswered]) await issue(session, key, tally);
}

async function issue(session: BenchSession, key: string, tally: Tally): Promise<void> {
  tally.unanswered.add(key);
  const content = benchContent(Number(key.split("-").at(-1)));
  const input = { content, idempotencyKey: key };
  const { number } = await session.mutate<{ number: string }>("factures.issueContent", input);
  tally.unanswered.delete(key);
  tally.answered.set(key, number);
}

async function dieWhileIssuing(
  server: BenchServer,
  session: BenchSession,
  tally: Tally,
  delayMs: number,
  graceful: boolean,
): Promise<void> {
  let dead = false;
  const issuer = async () => {
    while (!dead) {
      const outcome = await issue(session, `bench-kill-${tally.next++}`, tally).catch(outcomeOf);
      if (outcome === "gone") return;
      if (outcome === "refused") tally.refused++;
    }
  };
  const all = Promise.all(Array.from({ length: issuers }, issuer));
  await sleep(delayMs);
  if (graceful) {
    server.child.kill("SIGTERM");
    await sleep(1_000);
  }
  await server.end("SIGKILL");
  dead = true;
  await all;
}

/** A stopping service says so (503); a dead one breaks the connection. */
function outcomeOf(cause: unknown): "gone" | "stopping" | "refused" {
  if (!(cause instanceof CallFailed)) return "gone";
  return cause.status === 503 ? "stopping" : "refused";
}
