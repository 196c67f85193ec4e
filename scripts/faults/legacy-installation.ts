import Database from "libsql";
import { demoRandom } from "#server/demo/demo-random";

export type LegacyCounts = {
  readonly societes: number;
  readonly clients: number;
  readonly factures: number;
  /** Factures that cannot be taken: without a date, or numbered as another one. */
  readonly spoilt: number;
  /** Cents of what can be taken, TTC. */
  readonly totalTtc: number;
};

const clientsEach = 40;
const lignesEach = 3;

/** The former tool's shared database, with the dirt of years, in a SQLite file; the same for the same numbers. */
export function makeLegacyFile(file: string, societes: number, facturesEach: number): LegacyCounts {
  const db = new Database(file);
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  for (const table of tables) db.exec(table);
  db.exec("BEGIN");
  const random = demoRandom(1_789);
  const put = putter(db);
  const counts = { societes, clients: societes * clientsEach, factures: 0, spoilt: 0, totalTtc: 0 };
  for (let id = 1; id <= societes; id++) {
    putSociete(put, id);
    for (let rank = 1; rank <= facturesEach; rank++) {
      const facture = aFacture(random, rank, facturesEach);
      putFacture(put, { id: ++counts.factures, societe: id, ...facture });
      if (facture.isSpoilt) counts.spoilt++;
      else counts.totalTtc += facture.euros * 120;
    }
  }
  db.exec("COMMIT");
  db.close();
  return counts;
}

type Put = (table: string, ...values: readonly (string | number | null)[]) => void;

function putter(db: Database.Database): Put {
  const statements = new Map<string, Database.Statement>();
  return (table, ...values) => {
    const places = Array(values.length).fill("?").join();
    const statement =
      statements.get(table) ?? db.prepare(`INSERT INTO ${table} VALUES (${places})`);
    statements.set(table, statement);
    statement.run(...values);
  };
}

function putSociete(put: Put, id: number): void {
  put("societe", id, `Atelier ${id}`, null, `${id} rue du Port 29200 Brest`, null);
  put("user", id, id, `patron${id}`, `patron${id}@reprise.example`, null, 1);
  for (let i = 1; i <= clientsEach; i++) {
    const clientId = (id - 1) * clientsEach + i;
    put("client", clientId, id, `Client ${clientId}`, null, null, null);
  }
}

/** One in two hundred has no date, as many bear the number of the first, one in a hundred a client erased since. */
function aFacture(random: ReturnType<typeof demoRandom>, rank: number, of: number) {
  const isUndated = rank > 1 && random.int(0, 199) === 0;
  const isDouble = rank > 1 && random.int(0, 199) === 0;
  const day = String(1 + (rank % 28)).padStart(2, "0");
  const month = String(1 + Math.floor((rank * 11) / of)).padStart(2, "0");
  return {
    number: `FA-2025-${String(isDouble ? 1 : rank).padStart(5, "0")}`,
    date: isUndated ? null : `2025-${month}-${day}`,
    client: random.int(0, 99) === 0 ? null : random.int(1, clientsEach),
    euros: lignesEach * random.int(1, 400),
    statut: random.int(0, 1) === 0 ? "payée" : "envoyée",
    isSpoilt: isUndated || isDouble,
  };
}

type Numbered = ReturnType<typeof aFacture> & { readonly id: number; readonly societe: number };

function putFacture(
  put: Put,
  { id, societe, number, date, client, euros, statut }: Numbered,
): void {
  const clientId = client === null ? 10_000_000 : (societe - 1) * clientsEach + client;
  const tva = euros * 0.2;
  put("facture", id, societe, clientId, number, date, euros, tva, euros + tva, statut);
  for (let i = 1; i <= lignesEach; i++) {
    const ligneId = (id - 1) * lignesEach + i;
    put("ligne_facture", ligneId, id, null, `Pose ${i}`, 1, euros / lignesEach, 20);
  }
}

const tables = [
  "CREATE TABLE societe (id INTEGER PRIMARY KEY, nom TEXT, siret TEXT, adresse TEXT, email TEXT)",
  `CREATE TABLE user (id INTEGER PRIMARY KEY, societe_id INTEGER, username TEXT, email TEXT, password_hash TEXT,
    is_admin BOOLEAN)`,
  "CREATE TABLE client (id INTEGER PRIMARY KEY, societe_id INTEGER, nom TEXT, email TEXT, siret TEXT, adresse TEXT)",
  `CREATE TABLE facture (id INTEGER PRIMARY KEY, societe_id INTEGER, client_id INTEGER, numero TEXT, date DATE,
    total_ht FLOAT, tva FLOAT, total_ttc FLOAT, statut TEXT)`,
  `CREATE TABLE ligne_facture (id INTEGER PRIMARY KEY, facture_id INTEGER, produit_id INTEGER, designation TEXT,
    quantite FLOAT, prix_unitaire FLOAT, tva FLOAT)`,
];
