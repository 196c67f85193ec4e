import { existsSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { emptyState, type State } from "./state.ts";

export type StateFile = {
  readonly state: State;
  /** Resolves when what is in memory now is on disk. Calls that wait for the same writing share it. */
  keep(): Promise<void>;
};

/** The sandbox's memory in one JSON file, replaced whole: a crash leaves the version before or the one after. */
export function openStateFile(file: string): StateFile {
  const state: State = existsSync(file)
    ? { ...emptyState(), ...(JSON.parse(readFileSync(file, "utf8")) as State) }
    : emptyState();
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const keep = () => {
    next ??= writing.then(async () => {
      next = null;
      writing = replace(file, JSON.stringify(state));
      await writing;
    });
    return next;
  };
  return { state, keep };
}

async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.nouveau`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
