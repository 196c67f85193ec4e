import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { benchContent } from "./bench-data.ts";
import { openBenchSession } from "./bench-session.ts";
import { httpClient } from "./http-client.ts";
import { followedBy, type LiveStream, livePath, openLiveStream } from "./live-stream.ts";
import { tokenOf } from "./provision-many.ts";
import { benchPassword } from "./seed-societe.ts";
import { round2 } from "./summarize.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

const listeners = 500;
/** Streams a session may hold. */
const perSession = 20;
const shots = 30;
const everyMs = 200;
/** Sociétés beside D1 in the second part, and the streams of each. */
export const neighbours = 99;
const perSociete = 5;
/** Their ranks are not those of W8. */
export const firstNeighbour = 1_000_000;

type Room = {
  /** Streams of the société that issues. */
  readonly own: readonly LiveStream[];
  readonly others: readonly LiveStream[];
  /** Issues one facture; what its event is known by. */
  issue(shot: number): Promise<string>;
};

/** W9: a facture issued every 200 ms, told to 500 open streams: of one société, then of a hundred; beside the floor. */
export async function measureLive(bench: Bench, rawFile: string): Promise<WorkloadResult> {
  const floor = await openFloor(rawFile);
  try {
    const crowd = await measureRoom(() => crowdOf(bench));
    const floorCrowd = await measureRoom(() => floor.room(listeners, 0));
    const spread = await measureRoom(() => spreadOver(bench));
    const floorSpread = await measureRoom(() => floor.room(perSociete, listeners - perSociete));
    const ratio = round2(crowd.p95_ms / floorCrowd.p95_ms);
    const spreadRatio = round2(spread.p95_ms / floorSpread.p95_ms);
    return {
      workload: "W9",
      figures: { crowd, floor_crowd: floorCrowd, spread, floor_spread: floorSpread },
      limits: [
        atMost("p95 of 500 streams of one société, of the floor", ratio, 2),
        atMost("p95 of 500 streams of 100 sociétés, of the floor", spreadRatio, 2),
        atMost("not delivered", crowd.missing + spread.missing, 0),
        atMost("told to another société", crowd.leaked + spread.leaked, 0),
      ],
    };
  } finally {
    floor.end();
  }
}

async function measureRoom(open: () => Promise<Room>) {
  const room = await open();
  const all = [...room.own, ...room.others];
  const sent: { id: string; at: number }[] = [];
  for (let shot = -3; shot < shots; shot++) {
    const at = performance.now();
    const id = await room.issue(shot);
    if (shot >= 0) sent.push({ id, at });
    await sleep(Math.max(0, everyMs - (performance.now() - at)));
  }
  await sleep(1_000);
  const times = sent.map(({ id, at }) =>
    room.own.flatMap(({ arrived }) => {
      const found = arrived.find(({ text }) => text.includes(id));
      return found ? [found.at - at] : [];
    }),
  );
  const leaked = room.others.filter(({ arrived }) =>
    sent.some(({ id }) => arrived.some(({ text }) => text.includes(id))),
  ).length;
  for (const stream of all) stream.leave();
  const last = times.map((each) => Math.max(...each));
  return {
    streams: all.length,
    ...spreadOf(times.flat()),
    last_p95_ms: spreadOf(last).p95_ms,
    missing: shots * room.own.length - times.flat().length,
    leaked,
  };
}

function spreadOf(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    round2(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}

async function crowdOf(bench: Bench): Promise<Room> {
  const login = { username: "mesure-d1", password: benchPassword };
  const own: LiveStream[] = [];
  for (let i = 0; i < listeners / perSession; i++) {
    const { cookie, societeId } = await openBenchSession(bench.server.baseUrl, login);
    own.push(...(await streamsOf(bench, perSession, followedBy(cookie, societeId))));
  }
  return { own, others: [], issue: issuer(bench, "crowd") };
}

async function spreadOver(bench: Bench): Promise<Room> {
  const { d1 } = bench;
  const own = await streamsOf(bench, perSociete, followedBy(d1.cookie, d1.societeId));
  const others: LiveStream[] = [];
  for (let i = 0; i < neighbours; i++) {
    const sent = { cookie: `session=${tokenOf(firstNeighbour + i)}` };
    others.push(...(await streamsOf(bench, perSociete, sent)));
  }
  return { own, others, issue: issuer(bench, "spread") };
}

const streamsOf = ({ server }: Bench, count: number, sent: Readonly<Record<string, string>>) =>
  Promise.all(
    Array.from({ length: count }, () => openLiveStream(`${server.baseUrl}${livePath}`, sent)),
  );

function issuer({ d1 }: Bench, name: string) {
  const run = `live-${name}-${Date.now().toString(36)}`;
  return async (shot: number) => {
    const input = { content: benchContent(shot + 10), idempotencyKey: `${run}-${shot}` };
    const issued = await d1.mutate<{ factureId: string }>("factures.issueContent", input);
    return issued.factureId;
  };
}

async function openFloor(rawFile: string) {
  const child = fork(path.join(import.meta.dirname, "raw-live.ts"), [rawFile], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const [port] = (await once(child.stdout ?? child, "data")) as [Buffer];
  const url = `http://127.0.0.1:${String(port).trim()}`;
  const ask = httpClient(url);
  let rooms = 0;
  return {
    async room(own: number, others: number): Promise<Room> {
      const name = `${rooms++}`;
      const open = (count: number, topic: string) =>
        Promise.all(
          Array.from({ length: count }, () => openLiveStream(`${url}/live?topic=${topic}`, {})),
        );
      return {
        own: await open(own, name),
        others: await open(others, `${name}-other`),
        async issue(shot) {
          const id = `floor-${name}-shot-${shot}-`;
          await ask("POST", `/issue?topic=${name}&id=${id}`);
          return id;
        },
      };
    },
    end: () => child.disconnect(),
  };
}
