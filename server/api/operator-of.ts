import type { Operator } from "#server/console/operator";
import type { Context } from "./context.ts";

type Acting = Pick<Context, "now"> & { readonly session: NonNullable<Context["session"]> };

/** Who of the staff acts, and when. */
export const operatorOf = ({ session: { user }, now }: Acting): Operator => ({
  userId: user.id,
  userName: user.displayName,
  now,
});
