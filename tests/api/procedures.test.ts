import { expect, test } from "vitest";
import type { Context } from "#server/api/context";
import {
  createCallerFactory,
  router,
  superAdminProcedure,
  userProcedure,
} from "#server/api/procedures";
import type { SessionView } from "#server/auth/session-view";
import { quietDoors } from "../support/quiet-doors.ts";

const ladder = router({
  user: userProcedure.query(({ ctx }) => ctx.session.user.id),
  operator: superAdminProcedure.query(({ ctx }) => ctx.session.user.id),
  broken: userProcedure.query(() => {
    throw new Error("SELECT secret FROM users");
  }),
});

function callerOf(session: Partial<SessionView["user"]> | null) {
  const user = { id: "u1", email: "", username: "u", displayName: "u", isSuperAdmin: false };
  const secondFactor = { isOn: true, isGiven: true };
  const who = { memberships: [], member: null, secondFactor };
  const view = session && { user: { ...user, ...session }, ...who };
  const doors = { ...quietDoors, limits: { admit: () => undefined } };
  return createCallerFactory(ladder)({
    ...{ doors, session: view, requestId: "R" },
  } as unknown as Context);
}

test("a visitor climbs no step of the ladder", async () => {
  const refusal = { code: "UNAUTHORIZED", message: "SESSION_REQUIRED" };
  await expect(callerOf(null).user()).rejects.toMatchObject(refusal);
  await expect(callerOf(null).operator()).rejects.toMatchObject(refusal);
});

test("only the operator's own staff reach the operator's procedures", async () => {
  await expect(callerOf({}).operator()).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "ROLE_FORBIDDEN",
  });
  expect(await callerOf({ isSuperAdmin: true }).operator()).toBe("u1");
});

test("what breaks inside is an internal error, not a refusal", async () => {
  await expect(callerOf({}).broken()).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
});
