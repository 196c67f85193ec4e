import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createAuth } from "#server/auth/create-auth";
import { logIn } from "#server/auth/log-in";
import { registerSociete } from "#server/auth/register-societe";
import { defaultRules, type ThrottleRules } from "#server/auth/throttles";
import { seedPlans } from "#server/billing/seed-plans";
import { momentOf } from "#server/clock";
import { createSeals } from "#server/secrets/create-seals";
import { furnishSociete } from "#server/societe/furnish-societe";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy, type TenancyOptions } from "#server/tenancy/create-tenancy";

const password = "agrafe-cheval-batterie-9";
export const registration = {
  nomSociete: "Boulangerie Martin",
  email: "claire@martin.example",
  username: "claire",
  password,
  ip: "192.0.2.1",
};

type Options = {
  readonly rules?: ThrottleRules | null;
  readonly appOrigin?: string;
  readonly onProvisionStep?: TenancyOptions["onProvisionStep"];
  /** A folder that outlives one opening: to come back after a crash. */
  readonly dataDir?: string;
};

type LoginChanges = {
  readonly identifiant?: string;
  readonly password?: string;
  readonly ip?: string;
  readonly previousSessionId?: string | null;
};

/** The accounts of an empty service on real files, with a clock that moves only when told. */
export async function anAuth(options: Options = {}) {
  const dataDir = options.dataDir ?? (await aFolder());
  let at = Date.parse("2026-03-02T09:00:00Z");
  const clock = () => momentOf(at);
  const control = await createControl(dataDir);
  await seedPlans(control, at);
  const tenancy = await createTenancy({
    dataDir,
    control,
    ...(options.onProvisionStep && { onProvisionStep: options.onProvisionStep }),
  });
  const auth = createAuth({
    control,
    tenancy,
    clock,
    mail: { wake: () => {} },
    appOrigin: options.appOrigin ?? "https://facturepro.example",
    seals: createSeals(`k1:${"A".repeat(43)}`),
    furnish: furnishSociete,
    rules: options.rules === undefined ? defaultRules : options.rules,
    answerFloor: 0,
  });
  onTestFinished(async () => {
    await auth.close();
    await tenancy.close();
    await control.close();
  });

  const begin = (changes: LoginChanges) =>
    logIn(auth, {
      identifiant: registration.email,
      password,
      ip: "192.0.2.1",
      agent: "vitest",
      previousSessionId: null,
      ...changes,
      now: clock(),
    });

  return {
    auth,
    control,
    tenancy,
    dataDir,
    clock,
    /** Moves the clock forward, in milliseconds. */
    wait: (ms: number) => {
      at += ms;
    },
    register: (changes: Partial<typeof registration> = {}) =>
      registerSociete(auth, { ...registration, ...changes, now: clock() }),
    /** The login of who has no second factor. */
    login: async (changes: LoginChanges = {}) => {
      const answer = await begin(changes);
      if (answer.step !== "done") throw new Error("a second factor is awaited");
      return answer;
    },
    /** The same of who has one: the token of the login that awaits it. */
    beginLogin: async (changes: LoginChanges = {}) => {
      const answer = await begin(changes);
      if (answer.step !== "second_factor") throw new Error("no second factor was asked");
      return answer.pendingToken;
    },
    find: (token: string) => auth.findSession(token, clock()),
  };
}

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "facturepro-auth-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
