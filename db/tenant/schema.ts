import { archives } from "./schema/archives.ts";
import { clients } from "./schema/clients.ts";
import { compteurs } from "./schema/compteurs.ts";
import { corrections } from "./schema/corrections.ts";
import { emetteur } from "./schema/emetteur.ts";
import { emissions } from "./schema/emissions.ts";
import { entitlements } from "./schema/entitlements.ts";
import { factures } from "./schema/factures.ts";
import { idempotences } from "./schema/idempotences.ts";
import { journal } from "./schema/journal.ts";
import { lignesFacture } from "./schema/lignes-facture.ts";
import { logos } from "./schema/logos.ts";
import { marque } from "./schema/marque.ts";
import { origines } from "./schema/origines.ts";
import { totauxClients, totauxJournaliers, totauxTva, tvaReglements } from "./schema/pilotage.ts";
import { premiersPas } from "./schema/premiers-pas.ts";
import { produits } from "./schema/produits.ts";
import { reglements } from "./schema/reglements.ts";
import { reprises } from "./schema/reprises.ts";
import { series } from "./schema/series.ts";
import { soldes } from "./schema/soldes.ts";
import { taches } from "./schema/taches.ts";
import { tenantMark } from "./schema/tenant-mark.ts";
import { effectifs, encours, totauxMensuels } from "./schema/totaux.ts";
import { verifications } from "./schema/verifications.ts";

/** Everything one société owns. Its table names never occur in the control database. */
export const tenantSchema = {
  archives,
  clients,
  compteurs,
  corrections,
  effectifs,
  emetteur,
  emissions,
  encours,
  entitlements,
  factures,
  idempotences,
  journal,
  lignesFacture,
  logos,
  marque,
  origines,
  premiersPas,
  produits,
  reglements,
  reprises,
  series,
  soldes,
  taches,
  tenantMark,
  totauxClients,
  totauxJournaliers,
  totauxMensuels,
  totauxTva,
  tvaReglements,
  verifications,
};
