/**
 * Copies and judges database files beside the service, which goes on meanwhile. Plain JavaScript: the same file runs from
 * the sources and from the build. It writes to no live file: VACUUM INTO reads one state of it and makes another file.
 */
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import Database from "libsql";

/** `close()` lets go of a file at garbage collection only: here before the answer, so that no connection outlives its task. */
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const chunk = Buffer.allocUnsafe(1024 * 1024);

function sha256OfFile(path) {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      hash.update(chunk.subarray(0, read));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Types are told apart, and no value can pretend to be two. */
const cell = (value) => {
  if (typeof value === "bigint") return { i: value.toString() };
  if (value instanceof Uint8Array || value instanceof ArrayBuffer)
    return { b: Buffer.from(value).toString("base64") };
  return value;
};

/** Every table with rows of its own, the shadow tables of a search index included. */
function tablesOf(db) {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .all();
  const tables = {};
  for (const { name } of names) {
    const hash = createHash("sha256");
    let rows = 0;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    for (const row of db.prepare(`SELECT * FROM ${quoted}`).raw().safeIntegers(true).iterate()) {
      hash.update(`${JSON.stringify(row.map(cell))}\n`);
      rows++;
    }
    tables[name] = { rows, sha256: hash.digest("hex") };
  }
  return tables;
}

function judge(path) {
  const db = new Database(path, { timeout: 5_000 });
  try {
    const [integrity] = db.prepare("PRAGMA integrity_check").raw().all();
    if (integrity[0] !== "ok") throw new Error(`integrity_check: ${integrity[0]}`);
    const [orphan] = db.prepare("PRAGMA foreign_key_check").raw().all();
    if (orphan) throw new Error(`foreign_key_check: a row of ${orphan[0]} without its parent`);
    const [version] = db.prepare("PRAGMA user_version").raw().all();
    return { schemaVersion: Number(version[0]), tables: tablesOf(db) };
  } finally {
    db.close();
  }
}

const tasks = {
  copy({ source, target }) {
    const db = new Database(source, { timeout: 5_000 });
    try {
      db.prepare("VACUUM INTO ?").run(target);
    } finally {
      db.close();
    }
    const judged = judge(target);
    return { ...judged, bytes: statSync(target).size, sha256: sha256OfFile(target) };
  },
  judge({ path }) {
    return judge(path);
  },
  /** A copy is in rollback mode, and VACUUM may renumber the rows a search index points to. */
  revive({ path }) {
    const db = new Database(path, { timeout: 5_000 });
    try {
      db.exec("PRAGMA journal_mode=WAL");
      const indexes = db
        .prepare("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%fts5%'")
        .all();
      for (const { name } of indexes) {
        try {
          db.exec(`INSERT INTO "${name}"("${name}", rank) VALUES ('integrity-check', 1)`);
        } catch {
          db.exec(`INSERT INTO "${name}"("${name}") VALUES ('rebuild')`);
        }
      }
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      db.close();
    }
  },
};

const run = (task, args) => {
  try {
    return { answer: tasks[task](args) };
  } catch (error) {
    return { failure: { message: error.message } };
  }
};

parentPort?.on("message", ({ id, task, args }) => {
  const outcome = run(task, args);
  collect();
  setImmediate(() => parentPort.postMessage({ id, ...outcome }));
});
