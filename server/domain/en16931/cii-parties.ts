import { countryCodes } from "../country-codes.ts";
import { electronicAddressOf } from "../electronic-address.ts";
import type { Address } from "../facture.ts";
import { nomLegal } from "../nom-legal.ts";
import { isFrenchSoil, placeOf } from "../place.ts";
import type { Snapshot } from "../snapshot.ts";
import { group, leaf } from "./cii-xml.ts";

const address = ({ line1, line2, zip, city, country }: Address) =>
  group(
    "ram:PostalTradeAddress",
    leaf("ram:PostcodeCode", zip),
    leaf("ram:LineOne", line1),
    leaf("ram:LineTwo", line2),
    leaf("ram:CityName", city),
    leaf("ram:CountryID", country),
  );

const electronic = (scheme: string, value: string) =>
  group("ram:URIUniversalCommunication", leaf("ram:URIID", value, { schemeID: scheme }));

const registration = (scheme: "VA" | "FC", value: string) =>
  group("ram:SpecifiedTaxRegistration", leaf("ram:ID", value, { schemeID: scheme }));

const legalId = (siren: string) =>
  group("ram:SpecifiedLegalOrganization", leaf("ram:ID", siren, { schemeID: "0002" }));

/** Category O forbids every TVA number on the document (BR-O-02). */
const hidesTvaNumbers = ({ totals }: Pick<Snapshot, "totals">) =>
  totals.tva.some(({ category }) => category === "O");

/** BT-31, or BT-32 for a société without TVA number: its SIREN (BR-E-02 wants one of the two). */
function sellerRegistration(snapshot: Snapshot): string {
  const { tvaNumber, siren } = snapshot.emetteur;
  if (hidesTvaNumbers(snapshot)) return "";
  return tvaNumber === "" ? registration("FC", siren) : registration("VA", tvaNumber);
}

/** BG-4. */
export function seller(snapshot: Snapshot): string {
  const { emetteur } = snapshot;
  return group(
    "ram:SellerTradeParty",
    leaf("ram:GlobalID", emetteur.siret, { schemeID: "0009" }),
    leaf("ram:Name", nomLegal(emetteur)),
    legalId(emetteur.siren),
    group(
      "ram:DefinedTradeContact",
      group("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", emetteur.phone)),
      group("ram:EmailURIUniversalCommunication", leaf("ram:URIID", emetteur.email)),
    ),
    address(emetteur.address),
    electronic("0225", emetteur.siren),
    sellerRegistration(snapshot),
  );
}

/** BT-48 must begin with the code of a country (BR-CO-09); numbers of another form stay on the page only. */
const hasCountryPrefix = (number: string) =>
  ["EL", "XI"].includes(number.slice(0, 2)) || countryCodes.has(number.slice(0, 2));

/** BG-7. A consumer has neither legal identifiers nor electronic address. */
export function buyer(snapshot: Snapshot): string {
  const { acheteur } = snapshot;
  const isPro = acheteur.type === "professionnel";
  const isFrench = isPro && isFrenchSoil(placeOf(acheteur.address).zone);
  const electronicAddress = isPro ? electronicAddressOf(acheteur) : null;
  const hasNumber = isPro && !hidesTvaNumbers(snapshot) && hasCountryPrefix(acheteur.tvaNumber);
  return group(
    "ram:BuyerTradeParty",
    leaf("ram:GlobalID", isFrench ? acheteur.siret : "", { schemeID: "0009" }),
    leaf("ram:Name", acheteur.nom),
    isFrench ? legalId(acheteur.siren) : "",
    address(acheteur.address),
    electronicAddress ? electronic(electronicAddress.scheme, electronicAddress.value) : "",
    hasNumber ? registration("VA", acheteur.tvaNumber) : "",
  );
}

/** BG-13. Intra-EU goods must say to which country they went (BR-IC-12). */
export function shipTo({ shipTo: given, acheteur, totals }: Snapshot): string {
  const isIntraUnion = totals.tva.some(({ category }) => category === "K");
  const party = given ?? (isIntraUnion ? { name: acheteur.nom, ...acheteur.address } : null);
  return party ? group("ram:ShipToTradeParty", leaf("ram:Name", party.name), address(party)) : "";
}
