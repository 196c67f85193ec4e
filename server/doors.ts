import path from "node:path";
import { type Annonces, openAnnonces } from "#server/annonces/create-annonces";
import { createLimits, type Limits } from "#server/api/limits";
import { type Auth, createAuth } from "#server/auth/create-auth";
import { drawLinkToken } from "#server/auth/draw-link-token";
import { type Abonnements, createAbonnements } from "#server/billing/create-abonnements";
import type { Billing } from "#server/billing/create-billing";
import type { OpenSandbox } from "#server/billing/sandbox/open-sandbox";
import type { Post } from "#server/billing/sandbox/send-delivery";
import { seedPlans } from "#server/billing/seed-plans";
import type { WarningDoors } from "#server/billing/warn-of-quota";
import { type Clock, systemClock } from "#server/clock";
import { createReleves, type Releves } from "#server/console/create-releves";
import { openClock } from "#server/demo/open-clock";
import { type Archive, createArchive } from "#server/documents/archive";
import { createRenderer, type Renderer } from "#server/documents/create-renderer";
import type { BooksKeeper } from "#server/editeur/create-books-keeper";
import type { Env } from "#server/env";
import { drawInvitation } from "#server/equipe/draw-invitation";
import { createPannes, type Pannes } from "#server/flotte/create-pannes";
import { createVeille, type Veille } from "#server/flotte/create-veille";
import { type BankNotices, createBankNotices } from "#server/jobs/create-bank-notices";
import { createDestructions, type Destructions } from "#server/jobs/create-destructions";
import { createEntitlementJobs, type EntitlementJobs } from "#server/jobs/create-entitlement-jobs";
import { createNightlyCheck } from "#server/jobs/create-nightly-check";
import { createRenderJobs, type RenderJobs } from "#server/jobs/create-render-jobs";
import { createStartRound, type StartRound } from "#server/jobs/create-start-round";
import { createWitness, type Witness } from "#server/journal/witness";
import { createMail, type Mail } from "#server/mail/create-mail";
import { openBilling } from "#server/open-billing";
import { operatorJobs } from "#server/operator-jobs";
import { type Backups, createBackups } from "#server/sauvegardes/create-backups";
import { createSeals } from "#server/secrets/create-seals";
import { openAppSecret } from "#server/secrets/open-app-secret";
import { furnishSociete } from "#server/societe/furnish-societe";
import { StartRefused } from "#server/start-refused";
import { openDemoSandbox, startSandbox } from "#server/start-sandbox";
import { type ControlSocket, openControlSocket } from "#server/tenancy/control-socket";
import { createControl, type OpenControl } from "#server/tenancy/create-control";
import { createTenancy, type Tenancy } from "#server/tenancy/create-tenancy";
import { acquireDataDir, type DataDirLock } from "#server/tenancy/data-dir-lock";
import { TenancyError } from "#server/tenancy/tenancy-error";

/** Everything opened once for the life of the process: each vendor behind its own door. */
export type Doors = {
  readonly env: Env;
  /** The project's folder. */
  readonly root: string;
  readonly clock: Clock;
  readonly control: OpenControl;
  readonly tenancy: Tenancy;
  /** Writes in the journals what is seen: entries, refusals, downloads. */
  readonly witness: Witness;
  readonly auth: Auth;
  /** How often procedures may be called. */
  readonly limits: Limits;
  readonly mail: Mail;
  readonly billing: Billing;
  readonly books: BooksKeeper;
  /** The local double of Stripe: demonstration without a key only. */
  readonly sandbox: OpenSandbox | null;
  readonly renderer: Renderer;
  readonly archive: Archive;
  readonly renderJobs: RenderJobs;
  readonly abonnements: Abonnements;
  readonly entitlementJobs: EntitlementJobs;
  /** Single sociétés out of order. */
  readonly pannes: Pannes;
  /** What everybody is told above their pages, and whether the service only reads. */
  readonly annonces: Annonces;
  /** What the process sees of itself: slow requests, failures, load. */
  readonly veille: Veille;
  /** Saves every société each night, and rehearses restores. */
  readonly backups: Backups;
  /** Tells the administrators that their bank account changed. */
  readonly bankNotices: BankNotices;
  /** Ends the sociétés whose deletion was asked thirty days ago. */
  readonly destructions: Destructions;
  /** Figures of each société, kept for the console. */
  readonly releves: Releves;
  /** Looks for what the last stop left undone; started once the service listens. */
  readonly startRound: StartRound;
  isClosing(): boolean;
  /** Says « not ready » from now on, and ends the live streams: nothing else would let the server close. */
  beginClosing(): void;
  /** Drains and closes everything, databases last. */
  close(): Promise<void>;
};

export type DoorsOptions = {
  /** The project's folder: migrations, templates and fonts lie in it. */
  readonly root: string;
  /** The built worker; the sources' own in development and tests. */
  readonly renderWorker?: string;
  /** A clock of the caller's; otherwise the machine's, which the demonstration can advance. */
  readonly clock?: Clock;
  /** How the sandbox's webhooks arrive, when not by the product's own port. */
  readonly postWebhook?: Post;
  /** Releases the brakes on log-in and on calls: for the load client only. */
  readonly withoutThrottles?: boolean;
};

/** Threads that draw documents: they share the machine with the requests. */
const renderThreads = 2;

/**
 * Open the data directory and all doors, in order; a failure closes what was opened.
 *
 * @throws StartRefused when another process holds the directory
 */
export async function openDoors(env: Env, options: DoorsOptions): Promise<Doors> {
  const { APP_ORIGIN: appOrigin } = env;
  const dataDir = path.resolve(env.DATA_DIR);
  const lock = await takeDirectory(dataDir);
  const productClock = openClock(env, dataDir, options.clock);
  const { now: clock } = productClock;
  const migrations = (kind: string) => path.join(options.root, "db", kind, "migrations");
  const control = await createControl(dataDir, { migrationsDir: migrations("control") });
  await seedPlans(control, clock().at);
  const { pannes, tenancy } = await openSocietes({
    ...{ control, clock, appOrigin, dataDir, migrationsDir: migrations("tenant") },
    wakeMail: () => mail.wake(),
  });
  const base = { control, clock, appOrigin };
  const mail = openMail({ env, control, clock, dataDir });
  const isReleased = options.withoutThrottles === true || env.BRAKES === "off";
  const auth = createAuth({
    ...base,
    tenancy,
    mail,
    deviceClock: options.clock ?? systemClock,
    seals: createSeals(openAppSecret(env, dataDir)),
    furnish: furnishSociete,
    ...(isReleased ? { rules: null } : {}),
  });
  const entitled = await openEntitlements({ control, tenancy, mail, clock, appOrigin });
  const { copy: onChange } = entitled.abonnements;
  const rendering = openRendering({ ...options, dataDir, tenancy, clock });
  const { renderJobs } = rendering;
  const place = { env, dataDir, clock: productClock, post: options.postWebhook };
  const sandbox = await openDemoSandbox(place);
  const stripeEnv = { ...env, ...sandbox?.stripeEnv };
  const trade = { env: stripeEnv, control, tenancy, clock, mail, renderJobs, onChange };
  const opened = {
    env,
    root: options.root,
    clock,
    control,
    tenancy,
    pannes,
    annonces: await openAnnonces(control),
    veille: createVeille(clock, options.root),
    auth,
    limits: createLimits(auth.throttles, isReleased),
    mail,
    ...openBilling(trade),
    ...entitled,
  };
  const backups = createBackups({
    ...{ env, dataDir, control, tenancy, clock, archive: rendering.archive },
    async onRestored(societeId) {
      await onChange(societeId);
      renderJobs.wake(societeId);
    },
  });
  await backups.recover();
  const destructions = createDestructions({ ...opened, ...rendering });
  const releves = createReleves(opened);
  const startRound = createStartRound({ ...opened, ...rendering });
  const doors = { ...opened, ...rendering, sandbox, backups, destructions, releves, startRound };
  if (sandbox) await startSandbox(sandbox, doors);
  const nightly = createNightlyCheck(doors);
  const socket = await openControlSocket(dataDir, operatorJobs, doors);
  startJobs(doors, nightly);
  return withLife(doors, { lock, socket, nightly });
}

/** What goes on by itself from now on, the mails first: others write some. */
function startJobs(doors: Opened, nightly: Held["nightly"]): void {
  const { mail, auth, billing, books, entitlementJobs, backups, destructions, releves } = doors;
  for (const { start } of [
    ...[mail, auth, billing, books],
    ...[nightly, entitlementJobs, backups, destructions, releves],
  ])
    start();
}

type SocietesPlace = Parameters<typeof createPannes>[0] & {
  readonly dataDir: string;
  readonly migrationsDir: string;
};

/** The sociétés, and the watch kept on those that break down. */
async function openSocietes(place: SocietesPlace) {
  const { control, clock, dataDir, migrationsDir } = place;
  const pannes = createPannes(place);
  await pannes.load();
  const tenancy = await createTenancy({
    ...{ dataDir, control, migrationsDir },
    clock: () => clock().at,
    onTrouble: pannes.note,
    onOpened: pannes.end,
  });
  return { pannes, tenancy };
}

type MailPlace = Pick<Doors, "env" | "control" | "clock"> & { readonly dataDir: string };

function openMail({ env, control, clock, dataDir }: MailPlace): Mail {
  return createMail({
    control,
    clock,
    dataDir,
    smtpUrl: env.SMTP_URL,
    appOrigin: env.APP_ORIGIN,
    drawToken: (link) => drawLinkToken(control, link, clock().at),
    drawInvitation: (invitationId) => drawInvitation(control, invitationId, clock().at),
  });
}

/** What sociétés may do, are told and have written down: those that are older than subscriptions get theirs before anybody is served. */
async function openEntitlements(doors: WarningDoors) {
  const abonnements = createAbonnements(doors);
  await abonnements.openMissing();
  const entitlementJobs = createEntitlementJobs({ ...doors, abonnements });
  const bankNotices = createBankNotices(doors);
  return { abonnements, entitlementJobs, bankNotices, witness: createWitness(doors.tenancy) };
}

type RenderingPlace = Pick<DoorsOptions, "root" | "renderWorker"> &
  Pick<Doors, "tenancy" | "clock"> & { readonly dataDir: string };

function openRendering({ root, dataDir, tenancy, clock, renderWorker }: RenderingPlace) {
  const renderer = createRenderer({
    assetsDir: path.join(root, "server/documents"),
    threads: renderThreads,
    ...(renderWorker === undefined ? {} : { workerFile: renderWorker }),
  });
  const archive = createArchive(dataDir);
  const parallel = renderThreads;
  const renderJobs = createRenderJobs({ tenancy, renderer, archive, clock, parallel });
  return { renderer, archive, renderJobs };
}

type Opened = Omit<Doors, "isClosing" | "beginClosing" | "close">;
type Held = {
  readonly lock: DataDirLock;
  readonly socket: ControlSocket;
  readonly nightly: ReturnType<typeof createNightlyCheck>;
};

function withLife(doors: Opened, { lock, socket, nightly }: Held): Doors {
  let closing = false;
  let closed: Promise<void> | undefined;
  const close = async () => {
    closing = true;
    await socket.close();
    await doors.backups.close();
    await nightly.close();
    await doors.releves.close();
    await doors.startRound.close();
    await doors.sandbox?.close();
    await doors.destructions.close();
    await doors.billing.close();
    await doors.entitlementJobs.close();
    await doors.books.close();
    await doors.renderJobs.close();
    await doors.renderer.close();
    await doors.mail.stop();
    await doors.witness.close();
    await doors.tenancy.close();
    await doors.pannes.settled();
    await doors.auth.close();
    await doors.control.close();
    await lock.release();
  };
  return {
    ...doors,
    isClosing: () => closing,
    beginClosing: () => {
      closing = true;
      doors.auth.streams.closeAll();
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

async function takeDirectory(dataDir: string): Promise<DataDirLock> {
  try {
    return await acquireDataDir(dataDir);
  } catch (cause) {
    if (cause instanceof TenancyError && cause.code === "DATA_DIR_LOCKED")
      throw new StartRefused(
        `DATA_DIR: ${dataDir} is already served by another process. One process per data directory: stop it, or give this one its own DATA_DIR.`,
        { cause },
      );
    throw cause;
  }
}
