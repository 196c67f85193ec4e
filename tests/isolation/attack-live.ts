import { and, eq } from "drizzle-orm";
import { vi } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { quietKinds } from "#server/journal/kinds";
import { aColleague, logIn } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { aLiveStream, type LiveStream, pause } from "./a-live-stream.ts";
import type { World } from "./a-world.ts";
import { verdict } from "./finding.ts";
import { aClient } from "./issue.ts";
import type { Finding } from "./report.ts";
import { tracesIn, tracesOf } from "./traces-of.ts";

const target = "stream journal.live";

/** Nothing of B is heard in A, and a stream does not outlive the right to listen. */
export async function attackLive(world: World): Promise<Finding[]> {
  return [
    await hearsOnlyItsOwn(world),
    await resumesOnItsOwn(world),
    await endsAtLogout(world),
    await endsAtSwitch(world),
    await endsWithTheMembership(world),
    await endsWithTheRole(world),
  ];
}

const spare = async ({ service, a }: World) => logIn(service, a.staff.employe.username);

async function hearsOnlyItsOwn(world: World): Promise<Finding> {
  const { service, a, b } = world;
  const stream = await aLiveStream(service, { cookie: await spare(world), societe: a.id });
  await stream.waitFor(1);
  await aClient(b);
  await pause(100);
  const { clientId } = await aClient(a);
  await stream.waitFor(2);
  stream.leave();
  const heard = JSON.stringify(stream.events);
  const traces = tracesIn(heard, "", tracesOf(b, await world.contentOfB.rows()));
  const fault =
    traces.length > 0
      ? `hears ${traces.join(", ")}`
      : stream.events.length === 2 && heard.includes(clientId)
        ? null
        : `hears ${heard}`;
  return verdict(target, "what happens in B", "only A's own event", fault);
}

/** Journals count from one in each société: B's place means something else in A. */
async function resumesOnItsOwn(world: World): Promise<Finding> {
  const { service, a, b } = world;
  const expected = "A's own lines, each once";
  const [from, ...missed] = await lastTold(world, 4);
  const stream = await aLiveStream(service, {
    cookie: await spare(world),
    societe: a.id,
    lastEventId: String(from),
  });
  await stream.waitFor(3);
  await pause(50);
  stream.leave();
  const ids = stream.events.map(({ id }) => Number(id));
  const traces = tracesIn(
    JSON.stringify(stream.events),
    "",
    tracesOf(b, await world.contentOfB.rows()),
  );
  const isRight = ids.join() === missed.join() && traces.length === 0;
  return verdict(target, "a resumption by Last-Event-ID", expected, isRight ? null : ids.join());
}

/** The ids of A's last lines among those a stream tells. */
async function lastTold({ service, contentOfA }: World, count: number): Promise<number[]> {
  await service.doors.witness.settled();
  const lines = (await contentOfA.rows())["journal"] as { id: number; kind: string }[];
  const told = lines.filter(({ kind }) => !quietKinds.some((quiet) => quiet === kind));
  return told.slice(-count).map(({ id }) => id);
}

async function endsAtLogout(world: World): Promise<Finding> {
  const cookie = await spare(world);
  const stream = await aLiveStream(world.service, { cookie, societe: world.a.id });
  await stream.waitFor(1);
  await callProcedure(world.service, { path: "auth.logout", cookie });
  return ended(stream, "listening on after logging out");
}

async function endsAtSwitch(world: World): Promise<Finding> {
  const { service, a, b } = world;
  const both = await aColleague(service, {
    mark: "Passage",
    as: "admin",
    societes: [a.id, b.id],
  });
  const { cookie } = both;
  const choose = (societeId: string) =>
    callProcedure(service, { path: "auth.chooseSociete", cookie, input: { societeId } });
  await choose(a.id);
  const stream = await aLiveStream(service, { cookie, societe: a.id });
  await stream.waitFor(1);
  await choose(b.id);
  return ended(stream, "listening on after going to B");
}

async function endsWithTheMembership(world: World): Promise<Finding> {
  return afterChange(world, "listening on after being removed", async (userId) => {
    const isThis = and(eq(memberships.userId, userId), eq(memberships.societeId, world.a.id));
    await world.service.doors.control.write((tx) => tx.delete(memberships).where(isThis));
  });
}

async function endsWithTheRole(world: World): Promise<Finding> {
  return afterChange(world, "listening on in a role lost", async (userId) => {
    const isTheirs = eq(memberships.userId, userId);
    await world.service.doors.control.write((tx) =>
      tx.update(memberships).set({ role: "comptable" }).where(isTheirs),
    );
  });
}

/** Changes made by a script are seen at the next check, half a minute later at most. */
async function afterChange(
  world: World,
  attack: string,
  change: (userId: string) => Promise<void>,
): Promise<Finding> {
  const { service, a } = world;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const person = await aColleague(service, {
      mark: "Partant",
      as: "employe",
      societes: [a.id],
    });
    const stream = await aLiveStream(service, { cookie: person.cookie, societe: a.id });
    await stream.waitFor(1);
    await change(person.userId);
    await vi.advanceTimersByTimeAsync(30_000);
    return await ended(stream, attack);
  } finally {
    vi.useRealTimers();
  }
}

async function ended(stream: LiveStream, attack: string): Promise<Finding> {
  const isOver = await stream.endsWithin(1_000);
  stream.leave();
  const fault =
    stream.events.length === 0 ? "it never opened" : isOver ? null : "the stream goes on";
  return verdict(target, attack, "the stream ends", fault);
}
