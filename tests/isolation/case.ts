import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import type { World } from "./a-world.ts";

type Maybe<T> = T | Promise<T>;

/** How the suite calls one procedure. */
export type Case = {
  /**
   * The input of a call that succeeds in this société, made of its own things. Made anew for each call: a mutation may
   * consume what it names.
   */
  own(of: StaffedSociete, world: World): Maybe<unknown>;
  /**
   * What somebody of A may send to reach B, each attempt named. Where the procedure declares NOT_FOUND, the call B
   * itself would make is always one of them.
   */
  reaching?(world: World): Maybe<Readonly<Record<string, unknown>>>;
  /**
   * `none`: called without a session. `spare`: the call ends the session, so it gets one of its own.
   * `leaver`: it ends the caller's place, so it is made by somebody who came for that.
   */
  readonly session?: "none" | "spare" | "leaver";
  /** The refusal the valid call meets all the same, once the state that allows it is gone. */
  readonly refusedBecause?: string;
};

export type Cases = Readonly<Record<string, Case>>;
