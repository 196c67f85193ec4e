import { randomBytes } from "node:crypto";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertSeat } from "#server/billing/assert-seat";
import { defaultSettings, type Rights } from "#server/domain/permissions";
import { newId } from "#server/id";
import type { SocieteId } from "#server/tenancy/tenant";
import { type Service, serviceOrigin } from "./a-service.ts";
import { type Answer, callProcedure } from "./trpc-wire.ts";

export const testPassword = "agrafe-cheval-batterie-9";

export type Person = {
  readonly userId: string;
  readonly username: string;
  readonly email: string;
  readonly cookie: string;
};

const nothing = { mayIssue: false, maySeeOthersAmounts: false, mayExport: false };
const everything = { mayIssue: true, maySeeOthersAmounts: true, mayExport: true };

/** Each role as invited by default, and an employé to whom nothing, or everything, was granted. */
export const actors = {
  admin: { role: "admin", ...defaultSettings },
  employe: { role: "employe", ...defaultSettings },
  comptable: { role: "comptable", ...defaultSettings },
  restreint: { role: "employe", ...nothing },
  complet: { role: "employe", ...everything },
} as const satisfies Readonly<Record<string, Rights>>;
export type ActorName = keyof typeof actors;

export type StaffedSociete = {
  readonly id: SocieteId;
  readonly nom: string;
  /** A word found in everything this société types, and nowhere else. */
  readonly mark: string;
  readonly staff: Readonly<Record<ActorName, Person>>;
  /** One call as one of its people, from a page of this société. @throws when refused */
  call(path: string, input?: unknown, as?: ActorName): Promise<unknown>;
};

/** A société registered through the product, with an employé and a comptable beside its administrator. */
export async function aStaffedSociete(service: Service, mark: string): Promise<StaffedSociete> {
  const nom = `${mark} & Fils`;
  const admin = {
    username: `${mark.toLowerCase()}-admin`,
    email: `patron@${mark.toLowerCase()}.example`,
  };
  await accepted(service, "auth.register", {
    nom_societe: nom,
    email: admin.email,
    username: admin.username,
    password: testPassword,
  });
  const cookie = await logIn(service, admin.username);
  const me = await whoAmI(service, cookie);
  const id = me.member?.societeId ?? ("" as SocieteId);
  const staff = {
    admin: { ...admin, cookie, userId: me.user.id },
    employe: await aColleague(service, { mark, as: "employe", societes: [id] }),
    comptable: await aColleague(service, { mark, as: "comptable", societes: [id] }),
    restreint: await aColleague(service, { mark, as: "restreint", societes: [id] }),
    complet: await aColleague(service, { mark, as: "complet", societes: [id] }),
  };
  return {
    id,
    nom,
    mark,
    staff,
    call: (path, input, as = "admin") =>
      accepted(service, path, input, { cookie: staff[as].cookie, societe: id }),
  };
}

type Colleague = {
  readonly mark: string;
  readonly as: ActorName;
  readonly societes: readonly SocieteId[];
};

/** Somebody more in the société, without the mails of an invitation. */
export async function aColleague(
  service: Service,
  { mark, as, societes }: Colleague,
): Promise<Person> {
  const { control, auth, clock } = service.doors;
  const username = `${mark.toLowerCase()}-${as}-${randomBytes(3).toString("hex")}`;
  const email = `${username}@${mark.toLowerCase()}.example`;
  const userId = newId();
  const passwordHash = await auth.passwords.hash(testPassword);
  const createdAt = clock().at;
  await control.write(async (tx) => {
    await tx
      .insert(users)
      .values({ id: userId, username, email, emailKey: email, passwordHash, createdAt });
    for (const societeId of societes) {
      await assertSeat(tx, societeId, { role: actors[as].role, at: createdAt });
      await tx.insert(memberships).values({ userId, societeId, ...actors[as], createdAt });
    }
  });
  return { userId, username, email, cookie: await logIn(service, username) };
}

/** A new session: its cookie, as the browser gives it back. */
export async function logIn(service: Service, identifiant: string): Promise<string> {
  const input = { identifiant, password: testPassword };
  const { headers } = await answered(await callProcedure(service, { path: "auth.login", input }));
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function whoAmI(service: Service, cookie: string) {
  const me = await accepted(service, "auth.me", undefined, { cookie });
  return me as { user: { id: string }; member: { societeId: SocieteId } | null };
}

type As = { readonly cookie?: string; readonly societe?: string };

async function accepted(service: Service, path: string, input?: unknown, as: As = {}) {
  return answered(await callProcedure(service, { path, input, ...as })).data;
}

function answered(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${answer.text}`);
  return answer;
}

/** Headers of a form posted by a page of ours. */
export const formHeaders = (cookie: string) => ({
  cookie,
  origin: serviceOrigin,
  "content-type": "application/x-www-form-urlencoded",
});
