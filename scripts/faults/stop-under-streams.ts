import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { benchContent } from "../bench/bench-data.ts";
import { startBenchServer } from "../bench/bench-server.ts";
import { CallFailed, openBenchSession } from "../bench/bench-session.ts";
import { checkIssued } from "../bench/check-issued.ts";
import { httpClient } from "../bench/http-client.ts";
import { followedBy, type LiveStream, livePath, openLiveStream } from "../bench/live-stream.ts";
import { benchPassword } from "../bench/seed-societe.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";
import { registerVisitor, type Visitor, visitorPassword } from "./fault-visitor.ts";

/** Each session may hold twenty streams: twenty-five people, in sociétés of their own, hold five hundred. */
const people = 25;
const streamsEach = 20;
const issuers = 8;
/** What the platform waits for before it kills, ms (fly.toml). */
const patienceMs = 10_000;

type Outcome = "acknowledged" | "stopping" | "gone" | "refused";

/** Deploying a new version while people work: streams are ended, what was begun is finished, the next one starts at once. */
export const stopUnderStreams: Fault = {
  name: "SIGTERM under 500 streams",
  promise: "every stream ended, every acknowledged facture stored, exit 0 in time, started again",
  async run(tell) {
    const ground = await openGround();
    const verdict = createVerdict();
    const server = await startBenchServer(ground.dataDir, { env: { FLY_APP_NAME: "faults" } });
    const streams = await openStreams(server.baseUrl);
    tell(`${streams.length} streams open`);

    const session = await openBenchSession(server.baseUrl, {
      username: "faults",
      password: benchPassword,
    });
    const numbers: string[] = [];
    const outcomes: Record<Outcome, number> = { acknowledged: 0, stopping: 0, gone: 0, refused: 0 };
    let isOver = false;
    const issuer = async (rank: number) => {
      for (let turn = 0; !isOver; turn++) {
        const input = {
          content: benchContent(rank * 1_000 + turn),
          idempotencyKey: `fault-stop-${rank}-${turn}`,
        };
        const outcome = await session
          .mutate<{ number: string }>("factures.issueContent", input)
          .then(({ number }): Outcome => {
            numbers.push(number);
            return "acknowledged";
          }, outcomeOf);
        outcomes[outcome]++;
        if (outcome === "gone") return;
      }
    };
    const all = Promise.all(Array.from({ length: issuers }, (_, rank) => issuer(rank)));
    await sleep(1_500);
    const began = performance.now();
    const code = await server.end("SIGTERM");
    const stopMs = Math.round(performance.now() - began);
    isOver = true;
    await all;
    await sleep(200);

    const ended = streams.filter(({ ended }) => ended()).length;
    verdict.expect(ended === streams.length, `${streams.length - ended} streams left open`);
    verdict.expect(code === 0, `exit code ${code}`);
    verdict.expect(stopMs < patienceMs, `${stopMs} ms to stop`);
    verdict.expect(outcomes.refused === 0, `${outcomes.refused} issues failed`);
    const check = checkIssued(ground.dataDir, ground.societeId, numbers);
    verdict.expect(check.lost === 0, `${check.lost} acknowledged and lost`);
    verdict.expect(check.gaps + check.duplicates === 0, "gaps or duplicates");
    verdict.expect(check.integrity === "ok", `integrity: ${check.integrity}`);
    const again = await startBenchServer(ground.dataDir);
    await again.end("SIGTERM");
    await ground.leave();
    return {
      dose: `${streams.length} streams, ${issuers} issuers`,
      figures: {
        "stopped in, ms": stopMs,
        "started again in, ms": Math.round(again.startMs),
        ...outcomes,
      },
      broken: verdict.broken,
    };
  },
};

function outcomeOf(cause: unknown): Outcome {
  if (!(cause instanceof CallFailed)) return "gone";
  return cause.status === 503 ? "stopping" : "refused";
}

async function openStreams(baseUrl: string): Promise<LiveStream[]> {
  const ask = httpClient(baseUrl);
  const opened: Promise<LiveStream>[] = [];
  for (let i = 0; i < people; i++) {
    const visitor: Visitor = { name: `ecoute${i}`, ip: `10.3.0.${i}` };
    await registerVisitor(ask, baseUrl, visitor);
    const login = { username: visitor.name, password: visitorPassword };
    const sent = { "fly-client-ip": visitor.ip };
    const { cookie, societeId } = await openBenchSession(baseUrl, login, sent);
    for (let j = 0; j < streamsEach; j++)
      opened.push(openLiveStream(`${baseUrl}${livePath}`, followedBy(cookie, societeId)));
  }
  return Promise.all(opened);
}
