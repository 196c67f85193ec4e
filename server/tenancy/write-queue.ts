import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as breathe } from "node:timers/promises";
import type { Client, Transaction } from "@libsql/client";
import { beginWrite, isBusy } from "./begin-write.ts";
import { assertNotInWrite, markedAsWrite } from "./in-write.ts";
import { openSavepoint, type Savepoint } from "./savepoint.ts";
import { within } from "./within.ts";

/** Jobs sharing one transaction, hence one fsync. */
const groupSize = 32;
/** A group takes no further job after this time, ms: its first callers are waiting for the commit. */
const groupTime = 250;
/** Longest hold of the event loop between two breaths, ms. */
const breathEvery = 10;

type Work = (savepoint: Savepoint) => Promise<unknown>;
type Job = { work: Work; resolve(value: unknown): void; reject(cause: unknown): void };
type Settle = () => void;

export type WriteQueue = {
  /** Waits its turn, runs `work` in a savepoint of a shared transaction, resolves once that is on disk. */
  run<T>(work: (savepoint: Savepoint) => Promise<T>): Promise<T>;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
  stats(): { jobs: number; commits: number };
};

/**
 * The only way to write to one database: one writer, one transaction at a time, shared by all the jobs then waiting
 * (group commit). A job that throws is undone alone and rejects alone; if the commit fails, every job of the group rejects.
 */
export function createWriteQueue(writerOf: () => Client, jobTime: number): WriteQueue {
  const waiting: Job[] = [];
  let turning: Promise<void> | null = null;
  const counted = { jobs: 0, commits: 0 };

  async function turn() {
    await breathe(); // the requests read together with the one that wakes us
    await gather(waiting);
    while (waiting.length > 0) {
      await runGroup(writerOf, waiting, jobTime, counted);
      await gather(waiting);
    }
    turning = null;
  }

  return {
    run<T>(work: (savepoint: Savepoint) => Promise<T>): Promise<T> {
      assertNotInWrite();
      const inCaller = AsyncLocalStorage.snapshot(); // logs of a job belong to its own request
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work: (savepoint) => inCaller(() => markedAsWrite(() => work(savepoint))),
          resolve: resolve as Job["resolve"],
          reject,
        });
        turning ??= turn();
      });
    },
    async idle() {
      while (turning) await turning;
    },
    stats: () => ({ ...counted }),
  };
}

/**
 * Lets in the requests that already stand at the door, as long as they come: their writes share the next transaction. It
 * waits for nobody: a write that comes alone loses one empty turn of the loop, some hundredths of a millisecond.
 */
async function gather(waiting: readonly Job[]): Promise<void> {
  let before: number;
  do {
    before = waiting.length;
    await breathe();
  } while (waiting.length > before && waiting.length < groupSize);
}

async function runGroup(
  writerOf: () => Client,
  waiting: Job[],
  jobTime: number,
  counted: { jobs: number; commits: number },
): Promise<void> {
  const taken: Job[] = [];
  let writer: Client | undefined;
  try {
    writer = writerOf();
    const transaction = await beginWrite(writer);
    try {
      const outcomes = await runJobs(transaction, waiting, taken, jobTime);
      if (outcomes.length === 0) return; // given up by SQLite: its jobs wait again
      await transaction.commit();
      counted.commits++;
      counted.jobs += outcomes.length;
      for (const settle of outcomes) settle();
    } finally {
      transaction.close();
    }
  } catch (cause) {
    if (writer && isBusy(cause)) await writer.reconnect();
    const failed = taken.length > 0 ? taken : waiting.splice(0, groupSize);
    for (const job of failed) job.reject(cause);
  }
}

/**
 * Runs the waiting jobs one after the other, those that arrive meanwhile included. Nobody learns an outcome yet: even a
 * refusal may rest on what a neighbour wrote, and is worth nothing if the commit fails.
 */
async function runJobs(
  transaction: Transaction,
  waiting: Job[],
  taken: Job[],
  jobTime: number,
): Promise<Settle[]> {
  const outcomes: Settle[] = [];
  const start = performance.now();
  let breath = start;
  while (taken.length < groupSize && performance.now() - start < groupTime) {
    const job = waiting.shift();
    if (!job) break;
    taken.push(job);
    const settle = await runJob(transaction, job, jobTime);
    if (transaction.closed) {
      // SQLite itself gave up the transaction (disk full, RAISE(ROLLBACK)): the others begin again, without this one.
      waiting.unshift(...taken.splice(0).filter((other) => other !== job));
      settle();
      return [];
    }
    outcomes.push(settle);
    if (performance.now() - breath > breathEvery) {
      await breathe();
      breath = performance.now();
    }
  }
  return outcomes;
}

async function runJob(transaction: Transaction, job: Job, jobTime: number): Promise<Settle> {
  const savepoint = await openSavepoint(transaction);
  try {
    const value = await within(jobTime, job.work(savepoint));
    return () => job.resolve(value);
  } catch (cause) {
    if (!transaction.closed) await savepoint.rollback();
    return () => job.reject(cause);
  }
}
