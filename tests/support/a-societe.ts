import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Context } from "#server/api/context";
import { createCaller } from "#server/api/root";
import type { SessionView } from "#server/auth/session-view";
import { momentOf } from "#server/clock";
import { emptyContent } from "#server/domain/empty-content";
import { noLimit } from "#server/domain/no-limit";
import { defaultSettings, type MemberSettings, type Role } from "#server/domain/permissions";
import type { Terms } from "#server/domain/quota";
import type { Doors } from "#server/doors";
import { newId } from "#server/id";
import { createWitness, type Witness } from "#server/journal/witness";
import { furnishSociete } from "#server/societe/furnish-societe";
import type { Control } from "#server/tenancy/control";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy, type Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { quietDoors } from "./quiet-doors.ts";

type Options = {
  /** UTC instant the clock of the société shows; it moves only when told. */
  readonly at?: string;
  /** Complete by default: ready to issue. */
  readonly isFurnished?: boolean;
  /** What it may do; without limit by default. */
  readonly terms?: Terms;
  /** Several sociétés of one service. */
  readonly service?: Service;
};

type Service = Awaited<ReturnType<typeof aService>>;
export type Caller = ReturnType<typeof createCaller>;

/** An empty service on real files, closed and erased with the test. */
export async function aService() {
  const dataDir = await mkdtemp(join(tmpdir(), "facturepro-api-"));
  const control = await createControl(dataDir);
  const tenancy = await createTenancy({ dataDir, control });
  const close = async () => {
    await tenancy.close();
    await control.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  onTestFinished(close);
  return { dataDir, control, tenancy, close };
}

/** A société whose members call the very procedures of the product. */
export async function aSociete(options: Options = {}) {
  const service = options.service ?? (await aService());
  const { tenancy, control } = service;
  const { societeId } = await tenancy.provision({
    nom: "Atelier Lenoir",
    slug: "atelier-lenoir",
    at: 0,
    admit: async () => null,
    furnish: (tx) =>
      furnishSociete(tx, {
        nom: "Atelier Lenoir",
        email: "contact@lenoir.example",
        terms: options.terms ?? noLimit,
        at: 0,
      }),
  });
  let at = Date.parse(options.at ?? "2026-03-02T09:00:00Z");
  const clock = () => momentOf(at);
  const witness = createWitness(tenancy);
  const as = (role: Role, userName: string = role, settings: Partial<MemberSettings> = {}) =>
    createCaller(
      aContext({ tenancy, control, witness, societeId, role, userName, settings, clock }),
    );
  const caller = as("admin", "Claire Aubry");
  if (options.isFurnished !== false) await furnish(caller);
  const clientId = options.isFurnished === false ? null : (await aClientOf(caller)).clientId;

  return {
    ...service,
    societeId,
    tenant: tenancy.openTenant(societeId),
    witness,
    clock,
    caller,
    as,
    clientId: clientId ?? "",
    /** Moves the clock forward, in milliseconds. */
    wait: (ms: number) => {
      at += ms;
    },
    setClock: (instant: string) => {
      at = Date.parse(instant);
    },
    aClient: (changes: Partial<ClientInput> = {}) => aClientOf(caller, changes),
    aProduit: (changes: Partial<ProduitInput> = {}) =>
      caller.produits.create({ ...aProduitInput, ...changes }),
    /** A brouillon that may be issued as it is: 120,00 € TTC unless told. */
    aBrouillon: (changes: Partial<ContentInput> = {}) =>
      caller.factures.draft({ content: aContent({ clientId, ...changes }) }),
    /** An issued facture, 120,00 € TTC unless told. */
    anIssued: async (changes: Partial<ContentInput> = {}) =>
      caller.factures.issueContent({
        content: aContent({ clientId, ...changes }),
        idempotencyKey: newId(),
      }),
  };
}

export type Societe = Awaited<ReturnType<typeof aSociete>>;
type ClientInput = Parameters<Caller["clients"]["create"]>[0];
type ProduitInput = Parameters<Caller["produits"]["create"]>[0];

/** Of every member here, when it is asked again. */
export const membersPassword = "agrafe-cheval-batterie-9";

/** Who is logged in is said by the test; the password they give again is judged without argon2. */
const anAuthOf = (control: Control) => ({
  control,
  streams: { close: () => {} },
  passwords: { verify: async (_: unknown, typed: string) => typed === membersPassword },
  throttles: { admit: async () => {}, allows: async () => true, forget: async () => {} },
});

type As = {
  readonly tenancy: Tenancy;
  readonly control: Control;
  readonly witness: Witness;
  readonly societeId: SocieteId;
  readonly role: Role;
  readonly userName: string;
  readonly settings: Partial<MemberSettings>;
  readonly clock: () => Context["now"];
};

function aContext({ control, tenancy, witness, societeId, clock, ...who }: As): Context {
  const { role, userName, settings } = who;
  const member = {
    societeId,
    role,
    ...defaultSettings,
    ...settings,
    nom: "Atelier Lenoir",
    slug: "atelier-lenoir",
    asksSecondFactor: false,
    isDemonstration: false,
    isClosing: false,
    isSuspended: false,
    userId: `${role}-id`,
    userName,
  };
  const session: SessionView = {
    sessionId: "0".repeat(64),
    user: {
      id: member.userId,
      email: "",
      username: role,
      displayName: userName,
      isSuperAdmin: false,
      langue: null,
    },
    secondFactor: { isOn: false, isGiven: false },
    visite: null,
    memberships: [member],
    member,
  };
  return {
    // Only the doors that the procedures of a société knock at.
    doors: {
      ...quietDoors,
      control,
      tenancy,
      witness,
      auth: anAuthOf(control),
      bankNotices: { tell: async () => {} },
      limits: { admit: () => undefined },
      renderJobs: { wake: () => {} },
      entitlementJobs: { noteIssue: () => {} },
    } as unknown as Doors,
    requestId: "test",
    resHeaders: new Headers(),
    pendingToken: null,
    langue: "fr",
    ip: "192.0.2.1",
    agent: "vitest",
    get now() {
      return clock();
    },
    session,
    requestedSociete: societeId,
  };
}

/** Everything a lawful facture asks of its issuer. */
async function furnish(caller: Caller): Promise<void> {
  await caller.societe.updateIdentite({
    nom: "Atelier Lenoir",
    formeJuridique: "SARL",
    isEi: false,
    siren: "732829320",
    siret: "73282932000074",
    rcs: "Poitiers",
    capital: 1_200_000,
    address: anAddress,
    email: "contact@lenoir.example",
    phone: "05 49 00 00 00",
    website: "",
    assurance: "",
  });
  await caller.societe.updateTva({
    tvaNumber: "FR44732829320",
    regime: "reel",
    exigibilite: "encaissements",
    territoire: "metropole",
  });
}

const anAddress = {
  line1: "14 rue des Tourneurs",
  line2: "",
  zip: "86000",
  city: "Poitiers",
  country: "FR",
};

const aClientOf = (caller: Caller, changes: Partial<ClientInput> = {}) =>
  caller.clients.create({
    type: "professionnel",
    nom: "Hôtel du Parc",
    siren: "404833048",
    address: { ...anAddress, line1: "8 place des Marronniers", zip: "79000", city: "Niort" },
    ...changes,
  });

const aProduitInput: ProduitInput = {
  designation: "Pose sur site",
  unit: "HUR",
  unitPriceHt: 52_000_000,
  rate: 2000,
  nature: "service",
};

/** One ligne of 100,00 € HT at 20 % unless told. */
export const aLigne = (changes: Partial<LigneInput> = {}): LigneInput => ({
  kind: "ligne",
  designation: "Tablette en chêne",
  description: "",
  quantity: 10_000,
  unit: "C62",
  unitPriceHt: 100_000_000,
  rate: 2000,
  nature: "bien",
  ajustements: [],
  produitId: null,
  ...changes,
});

const aContent = (changes: Partial<ContentInput> = {}): ContentInput => ({
  ...emptyContent(),
  lignes: [aLigne()],
  ajustements: [],
  ...changes,
});

export type ContentInput = Parameters<Caller["factures"]["update"]>[0]["content"];
type LigneInput = ContentInput["lignes"][number];
