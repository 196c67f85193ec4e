import { Refusal, type RefusalCode } from "#server/domain/refusal";
import type { Context } from "./context.ts";
import { noteRefusal } from "./note-refusal.ts";

/** What became of one line of an act on several things, in the order they were named. */
export type Line = {
  /** Null: done. */
  readonly refusal: RefusalCode | null;
  readonly details: Readonly<Record<string, string | number>>;
};

const done: Line = { refusal: null, details: {} };

/**
 * Does `work` for each thing, one after the other, each an act of its own: what refuses one stops no other, and each
 * line says what became of it.
 */
export async function eachApart<T>(
  ctx: Context,
  { path, things }: { readonly path: string; readonly things: readonly T[] },
  work: (thing: T) => Promise<unknown>,
): Promise<{ lignes: Line[] }> {
  const lignes: Line[] = [];
  for (const thing of things) lignes.push(await lineOf(ctx, path, () => work(thing)));
  return { lignes };
}

async function lineOf(ctx: Context, path: string, work: () => Promise<unknown>): Promise<Line> {
  try {
    await work();
    return done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noteRefusal(ctx, error, path);
    return { refusal: error.code, details: error.details };
  }
}
