import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { type TokenKind, tokens } from "#db/control/schema/tokens";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";
import { hashToken } from "./session-token.ts";

/**
 * Uses the link of a mail, once: of two clicks, one passes. Opening its page uses nothing, mail readers open links too.
 *
 * @param at instant, milliseconds UTC
 * @throws Refusal LINK_INVALID: unknown, used, expired, or of another kind
 */
export async function takeLink(
  tx: ControlTx,
  { token, kinds, at }: { token: string; kinds: readonly TokenKind[]; at: number },
) {
  const isUsable = and(
    eq(tokens.hash, hashToken(token)),
    inArray(tokens.kind, [...kinds]),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, at),
  );
  const [used] = await tx
    .update(tokens)
    .set({ usedAt: at })
    .where(isUsable)
    .returning({ userId: tokens.userId, kind: tokens.kind, subject: tokens.subject });
  if (!used) throw new Refusal("LINK_INVALID");
  return used;
}
