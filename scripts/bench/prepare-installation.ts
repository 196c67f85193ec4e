import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { seedOnce } from "#server/demo/seed-once";
import type { SocieteId } from "#server/tenancy/tenant";
import {
  forgetDrawings,
  insertClients,
  insertImported,
  insertProduits,
  lastIssued,
  openBulk,
} from "./bulk-file.ts";
import { perTemplate, seedFactures, templates } from "./seed-factures.ts";
import { seedSociete } from "./seed-societe.ts";
import { withDoors } from "./with-doors.ts";

const root = path.join(import.meta.dirname, "../..");

/** A data directory holding the demonstration and the data sets; the runs write into their own copy of it. */
export type Installation = {
  readonly dataDir: string;
  readonly societes: Readonly<Record<"d1" | "d3", SocieteId>>;
  /** Factures of D1 whose page was never drawn, by template. */
  readonly drawable: Readonly<Record<string, readonly string[]>>;
};

type Card = Omit<Installation, "dataDir">;

const sizes = {
  d1: { clients: 1_000, produits: 1_000, factures: 10_000 },
  d3: { clients: 100_000, produits: 1_000, factures: 100_000 },
} as const;

/** Made once for a state of the migrations and of the seeding, kept in the temporary folder; runs copy it under their name. */
export async function prepareInstallation(
  tell: (line: string) => void,
  runName = "facturepro-bench-run",
): Promise<Installation> {
  const pristine = path.join(tmpdir(), `facturepro-bench-${fingerprint()}`);
  const card = path.join(pristine, "bench.json");
  if (!existsSync(card)) {
    tell("seeding the demonstration, D1 and D3 (once)…");
    await rm(pristine, { recursive: true, force: true });
    await mkdir(pristine, { recursive: true });
    await writeFile(card, JSON.stringify(await seed(pristine)));
  }
  const dataDir = path.join(tmpdir(), runName);
  await rm(dataDir, { recursive: true, force: true });
  await cp(pristine, dataDir, { recursive: true });
  return { dataDir, ...(JSON.parse(readFileSync(card, "utf8")) as Card) };
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const folders = ["db/control/migrations", "db/tenant/migrations", "server/demo", "server/domain"];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => path.join(root, folder, name)),
  );
  const own = ["bench-data", "bulk-file", "seed-factures", "seed-societe", "prepare-installation"];
  for (const file of [...files, ...own.map((name) => path.join(import.meta.dirname, `${name}.ts`))])
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

async function seed(dataDir: string): Promise<Card> {
  const societes = await withDoors(dataDir, async (doors) => {
    await seedOnce(doors);
    const made = {
      d1: await seedSociete(doors, "mesure-d1", 1),
      d3: await seedSociete(doors, "mesure-d3", 3),
    };
    await doors.startRound.hurry();
    await doors.renderJobs.settled();
    return made;
  });
  for (const name of ["d1", "d3"] as const) {
    const bulk = openBulk(dataDir, societes[name]);
    insertClients(bulk, sizes[name].clients);
    insertProduits(bulk, sizes[name].produits);
    if (name === "d3") insertImported(bulk, sizes.d3.factures);
    bulk.close();
  }
  await withDoors(dataDir, ({ tenancy }) =>
    seedFactures(tenancy.openTenant(societes.d1), sizes.d1.factures),
  );
  const bulk = openBulk(dataDir, societes.d1);
  forgetDrawings(bulk);
  const drawable = Object.fromEntries(
    templates.map((template) => [template, lastIssued(bulk, template, perTemplate)]),
  );
  bulk.close();
  return { societes, drawable };
}
