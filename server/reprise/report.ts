import type { LegacyObject } from "./legacy-words.ts";

/** How many lines of one kind a report spells out; the count goes on. */
const mostSpelled = 200;

type Line = { readonly key: string; readonly reason: string };
type Part = {
  readonly taken: number;
  /** Taken by an earlier run. */
  readonly known: number;
  readonly flagged: number;
  readonly refused: number;
};

type ReportOfObject = Part & {
  readonly flags: readonly Line[];
  readonly refusals: readonly Line[];
};

export type SocieteReport = {
  readonly cle: string;
  readonly nom: string;
  readonly societeId: string | null;
  readonly objects: Readonly<Partial<Record<LegacyObject, ReportOfObject>>>;
  /** The number each serie gives next, or why it could not go on. */
  readonly series: readonly string[];
};

export type Tally = ReturnType<typeof createTally>;

/** Counts what became of the rows of one société. */
export function createTally() {
  const parts = new Map<LegacyObject, { -readonly [K in keyof Part]: number } & Spelled>();
  const partOf = (object: LegacyObject) => {
    const part = parts.get(object) ?? { ...none(), flags: [], refusals: [] };
    parts.set(object, part);
    return part;
  };
  const spell = (lines: Line[], line: Line) => {
    if (lines.length < mostSpelled) lines.push(line);
  };
  return {
    known(object: LegacyObject, count: number): void {
      partOf(object).known += count;
    },
    taken(object: LegacyObject, key: string, flags: readonly string[]): void {
      const part = partOf(object);
      part.taken += 1;
      if (flags.length > 0) part.flagged += 1;
      for (const reason of flags) spell(part.flags, { key, reason });
    },
    refused(object: LegacyObject, key: string, reason: string): void {
      const part = partOf(object);
      part.refused += 1;
      spell(part.refusals, { key, reason });
    },
    objects: (): SocieteReport["objects"] => Object.fromEntries(parts),
  };
}

type Spelled = { flags: Line[]; refusals: Line[] };
const none = () => ({ taken: 0, known: 0, flagged: 0, refused: 0 });
