import type { Actor } from "#server/journal/actor";
import type { By } from "#server/journal/recorded";
import type { Context } from "./context.ts";

type Acting = Pick<Context, "now" | "ip" | "agent"> & { readonly member: Actor };

/** Under whose name, when and from where a use case writes. */
export const byOf = ({ member, now, ip, agent }: Acting): Required<By> => ({
  actor: { userId: member.userId, userName: member.userName },
  now,
  origin: { ip, agent },
});
