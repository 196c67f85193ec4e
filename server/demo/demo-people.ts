import type { ClientInput } from "#server/clients/client-input";
import { tvaNumberOf } from "#server/domain/identifiers";
import { demoSiren, demoSiret } from "./demo-identifiers.ts";
import { firstNames, streets, surnames, towns } from "./demo-places.ts";
import type { DemoRandom } from "./demo-random.ts";
import type { DemoTrade } from "./demo-trades.ts";

/** The `index`-th client of a trade: a company with identifiers that pass their check, or a consumer. */
export function demoClient(trade: DemoTrade, index: number, random: DemoRandom): ClientInput {
  const [zip, city] = random.pick(towns);
  const address = {
    line1: `${random.int(1, 90)} ${random.pick(streets)}`,
    line2: "",
    zip,
    city,
    country: "FR",
  };
  const common = { phone: "", note: "", echeance: null, address };
  const surname = random.pick(surnames);
  if (random.chance(trade.particuliers)) {
    const nom = `${random.pick(firstNames)} ${surname}`;
    const none = { siren: "", siret: "", tvaNumber: "" };
    return {
      type: "particulier",
      nom,
      email: `client${index}@particulier.example`,
      ...none,
      ...common,
    };
  }
  const siren = demoSiren(index + trade.clients * 10);
  return {
    type: "professionnel",
    nom: `${random.pick(trade.kinds)} ${surname}`,
    siren,
    siret: demoSiret(siren),
    tvaNumber: tvaNumberOf(siren),
    email: `compta${index}@societe.example`,
    ...common,
  };
}
