import { expect, test } from "vitest";
import {
  formatIban,
  formatSiren,
  isBic,
  isEmail,
  isIban,
  isPostalCode,
  isSiren,
  isSiret,
  isTvaNumber,
  normalizeIdentifier,
  tvaNumberOf,
} from "../../server/domain/identifiers.ts";
import { officialTest, readSharedJson } from "../support/shared-data.ts";

type Cases = { valid: string[]; invalid: string[] };
type Vectors = {
  siren: Cases;
  siret: Cases;
  vatFR: Cases & { valid_after_normalisation: string[] };
  iban: Cases & { valid_with_spaces: string[]; mod97_ok_but_rib_key_wrong: string[] };
  bic: Cases;
};

test.each([
  ["a SIREN with a right key", isSiren("732829320"), true],
  ["a SIREN with a wrong key", isSiren("732829321"), false],
  ["a SIREN of zeros", isSiren("000000000"), false],
  ["a SIREN in full-width digits", isSiren("７３２８２９３２０"), false],
  ["a SIREN of 8 digits", isSiren("73282932"), false],
  ["a SIRET with a right key", isSiret("73282932000074"), true],
  ["a SIRET with a wrong key", isSiret("73282932000075"), false],
  ["the head office of La Poste", isSiret("35600000000048"), true],
  ["a post office whose digits add up to a multiple of 5", isSiret("35600000049837"), true],
  ["the rule of La Poste used by another company", isSiret("73282932000010"), false],
  ["a French number with its key", isTvaNumber("FR44732829320"), true],
  ["a French number with another key", isTvaNumber("FR45732829320"), false],
  ["a French number with letters as key", isTvaNumber("FRAB732829320"), true],
  ["a French number with the letter O as key", isTvaNumber("FRO1732829320"), false],
  ["a French number over a wrong SIREN", isTvaNumber("FR32123456789"), false],
  [
    "a Monegasque number, whose pseudo-SIREN has no key",
    isTvaNumber(tvaNumberOf("000000107"), "MC"),
    true,
  ],
  ["a German number", isTvaNumber("DE123456789", "DE"), true],
  ["a German number for a Belgian", isTvaNumber("DE123456789", "BE"), false],
  ["a Greek number, prefix EL", isTvaNumber("EL123456789", "GR"), true],
  ["a Greek number, prefix GR", isTvaNumber("GR123456789", "GR"), false],
  ["a number of Northern Ireland", isTvaNumber("XI123456789"), true],
  ["a number of Great Britain", isTvaNumber("GB123456789"), false],
  ["a Spanish number", isTvaNumber("ESB12345678", "ES"), true],
  ["an Austrian number without its U", isTvaNumber("AT12345678", "AT"), false],
  ["a Dutch number", isTvaNumber("NL123456789B01", "NL"), true],
  ["an empty number", isTvaNumber(""), false],
  ["a French IBAN", isIban("FR7630006000011234567890189"), true],
  ["a French IBAN with letters", isIban("FR1420041010050500013M02606"), true],
  ["a French IBAN whose RIB key is wrong", isIban("FR4930004008287992853579941"), false],
  ["a German IBAN", isIban("DE89370400440532013000"), true],
  ["an IBAN one character short", isIban("DE8937040044053201300"), false],
  ["an IBAN of an unknown country", isIban("XX7630006000011234567890189"), false],
  ["a property name taken for a country", isIban("constructor"), false],
  ["a BIC of 8", isBic("BNPAFRPP"), true],
  ["a BIC of 10", isBic("BNPAFRPPXX"), false],
  ["a French postal code", isPostalCode("FR", "75001"), true],
  ["a French postal code of 4 digits", isPostalCode("FR", "1000"), false],
  ["a British postal code", isPostalCode("GB", "SW1A 1AA"), true],
  ["a postal code with a line break", isPostalCode("DE", "10\n115"), false],
  ["an address with a tag", isEmail("jean.dupont+factures@exemple.fr"), true],
  ["an address without a dot in the domain", isEmail("jean@localhost"), false],
  ["an address with two dots", isEmail("jean..dupont@exemple.fr"), false],
  ["an address with an emoji", isEmail("😀@exemple.fr"), false],
  ["an address with a line break", isEmail("jean@exemple.fr\nBcc: x@y.fr"), false],
])("%s", (_, verdict, expected) => {
  expect(verdict).toBe(expected);
});

test("the TVA number of a company follows from its SIREN", () => {
  expect(tvaNumberOf("732829320")).toBe("FR44732829320");
  expect(tvaNumberOf("404833048")).toBe("FR83404833048");
  expect(tvaNumberOf("100000009")).toBe("FR88100000009");
});

test("identifiers are normalised before they are judged and spaced before they are shown", () => {
  expect(normalizeIdentifier(" fr 83 526.018\u00a0155 ")).toBe("FR83526018155");
  expect(formatIban("FR7630006000011234567890189")).toBe(
    "FR76 3000 6000 0112 3456 7890 189".replaceAll(" ", "\u00a0"),
  );
  expect(formatSiren("732829320")).toBe("732\u00a0829\u00a0320");
  expect(formatSiren("73282932000074")).toBe("732\u00a0829\u00a0320\u00a000074");
});

officialTest("every identifier of the shared vectors is judged as they say", () => {
  const { siren, siret, vatFR, iban, bic } = readSharedJson<Vectors>("vectors/identifiers.json");
  const judge = (check: (text: string) => boolean, { valid, invalid }: Cases) => {
    expect(valid.filter((text) => !check(text))).toEqual([]);
    expect(invalid.filter(check)).toEqual([]);
  };
  judge(isSiren, siren);
  judge(isSiret, siret);
  judge((text) => isTvaNumber(text), vatFR);
  judge(isIban, iban);
  judge(isBic, bic);
  expect(
    vatFR.valid_after_normalisation.map(normalizeIdentifier).every((n) => isTvaNumber(n)),
  ).toBe(true);
  expect(iban.valid_with_spaces.map(normalizeIdentifier).every(isIban)).toBe(true);
  expect(iban.mod97_ok_but_rib_key_wrong.filter(isIban)).toEqual([]);
});
