import { existsSync, readFileSync } from "node:fs";
import { replaceFile } from "#server/replace-file";
import { emptyState, type State } from "./state.ts";

export type StateFile = {
  readonly state: State;
  /** Resolves when what is in memory now is on disk. Calls that wait for the same writing share it. */
  keep(): Promise<void>;
};

/** The sandbox's memory in one JSON file. */
export function openStateFile(file: string): StateFile {
  const state: State = existsSync(file)
    ? { ...emptyState(), ...(JSON.parse(readFileSync(file, "utf8")) as State) }
    : emptyState();
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const write = () => {
    next = null;
    return replaceFile(file, JSON.stringify(state));
  };
  const keep = () => {
    if (next === null) {
      next = last.then(write, write);
      last = next;
    }
    return next;
  };
  return { state, keep };
}
