import { countryCodes } from "../country-codes.ts";
import { electronicAddressOf } from "../electronic-address.ts";
import { isBic, isIban, isSiren, isSiret, isTvaNumber } from "../identifiers.ts";
import { isFrenchSoil, placeOf } from "../place.ts";
import type { Snapshot } from "../snapshot.ts";
import { type Broken, unless } from "./broken.ts";

const absentOr = (check: (text: string) => boolean, text: string) => text === "" || check(text);

function brokenSeller({ emetteur }: Snapshot): readonly Broken[] {
  const { nom, siren, siret, tvaNumber, iban, bic, address } = emetteur;
  const isOwnSiret = isSiret(siret) && siret.startsWith(siren);
  return [
    ...unless(nom !== "", "BR-06", "emetteur.nom"),
    ...unless(countryCodes.has(address.country), "BR-09", "emetteur.address.country"),
    ...unless(isSiren(siren), "BR-FR-10", "emetteur.siren"),
    ...unless(siret === "" || isOwnSiret, "BR-FR-09", "emetteur.siret"),
    ...unless(
      absentOr((number) => isTvaNumber(number, "FR"), tvaNumber),
      "BR-CO-09",
      "emetteur.tvaNumber",
    ),
    ...unless(absentOr(isIban, iban), "BT-84", "emetteur.iban"),
    ...unless(absentOr(isBic, bic), "BT-86", "emetteur.bic"),
  ];
}

function brokenBuyer({ acheteur, routing }: Snapshot): readonly Broken[] {
  const { nom, siren, siret, address } = acheteur;
  const isB2b = routing === "B2B";
  const electronic = electronicAddressOf(acheteur);
  const isOwnSiret = isSiret(siret) && siret.startsWith(siren);
  const isFrench = isFrenchSoil(placeOf(address).zone);
  return [
    ...unless(nom !== "", "BR-07", "client.nom"),
    ...unless(countryCodes.has(address.country), "BR-11", "client.address.country"),
    ...unless(!isB2b || siren !== "", "BR-FR-11", "client.siren"),
    ...unless(!isFrench || absentOr(isSiren, siren), "BR-FR-32", "client.siren"),
    ...unless(!isFrench || siret === "" || isOwnSiret, "BR-FR-09", "client.siret"),
    ...unless(routing === "B2C" || electronic !== null, "BR-FR-12", "client.email"),
    ...unless(!isB2b || electronic?.scheme === "0225", "BR-FR-21", "client.siren"),
  ];
}

function brokenShipTo({ shipTo }: Snapshot): readonly Broken[] {
  return unless(shipTo === null || countryCodes.has(shipTo.country), "BR-57", "shipTo.country");
}

/** Seller, buyer and place of delivery: BR-06 to BR-11, BR-57, BR-CO-09, BR-FR-09 to 13, 21, 32, and their keys. */
export const brokenParties = (snapshot: Snapshot): readonly Broken[] => [
  ...brokenSeller(snapshot),
  ...brokenBuyer(snapshot),
  ...brokenShipTo(snapshot),
];
