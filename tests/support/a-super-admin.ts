import { eq } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import { users } from "#db/control/schema/users";
import { newId } from "#server/id";
import type { Service } from "./a-service.ts";
import { logIn, testPassword } from "./a-staffed-societe.ts";
import { type Answer, callProcedure } from "./trpc-wire.ts";

export type SuperAdmin = {
  readonly userId: string;
  readonly cookie: string;
  /** One call of the console. @throws when refused */
  call<T = unknown>(path: string, input?: unknown): Promise<T>;
  /** The same, whatever the answer. */
  try(path: string, input?: unknown): Promise<Answer>;
};

/** Somebody of the operator's staff, in no société, whose session was proved by a second factor. */
export async function aSuperAdmin(service: Service): Promise<SuperAdmin> {
  const { control, auth, clock } = service.doors;
  const userId = newId();
  const username = `exploitant-${userId.slice(-8)}`;
  const email = `${username}@service.example`;
  const passwordHash = await auth.passwords.hash(testPassword);
  const names = { prenom: "Léa", nom: "Ferrand" };
  const { at } = clock();
  await control.write((tx) =>
    tx.insert(users).values({
      id: userId,
      username,
      email,
      emailKey: email,
      passwordHash,
      ...names,
      createdAt: at,
    }),
  );
  const cookie = await logIn(service, username);
  await control.write(async (tx) => {
    await tx.update(users).set({ isSuperAdmin: true }).where(eq(users.id, userId));
    await tx.update(sessions).set({ secondFactorAt: at }).where(eq(sessions.userId, userId));
  });
  const attempt = (path: string, input?: unknown) =>
    callProcedure(service, { path, input, cookie });
  return {
    userId,
    cookie,
    try: attempt,
    async call<T>(path: string, input?: unknown) {
      const answer = await attempt(path, input);
      if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${answer.text}`);
      return answer.data as T;
    },
  };
}
