import { expect, test } from "vitest";
import { recognise } from "#server/reprise/recognise";

const seed = [
  { name: "user", columns: ["id", "username", "email", "password_hash", "is_admin"] },
  { name: "client", columns: ["id", "nom", "email", "adresse", "siret"] },
  {
    name: "facture",
    columns: ["id", "numero", "date", "client_id", "total_ht", "tva", "total_ttc"],
  },
  {
    name: "ligne_facture",
    columns: ["id", "facture_id", "designation", "quantite", "prix_unitaire", "tva"],
  },
];

test("the former tool's own tables and columns are recognised by their names", () => {
  const { mapping, problems } = recognise(seed);
  expect(problems).toEqual([]);
  expect(mapping.facture).toEqual({
    table: "facture",
    columns: {
      id: "id",
      number: "numero",
      issuedOn: "date",
      clientId: "client_id",
      totalHt: "total_ht",
      totalTva: "tva",
      totalTtc: "total_ttc",
    },
  });
  expect(mapping.ligne?.columns).toMatchObject({ unitPriceHt: "prix_unitaire", rate: "tva" });
  expect(mapping.societe).toBeUndefined();
});

test("names of another installation are found whatever their case and dashes", () => {
  const { mapping } = recognise([
    { name: "Factures", columns: ["ID", "NumeroFacture", "Date_Emission", "Montant-TTC"] },
  ]);
  expect(mapping.facture).toEqual({
    table: "Factures",
    columns: {
      id: "ID",
      number: "NumeroFacture",
      issuedOn: "Date_Emission",
      totalTtc: "Montant-TTC",
    },
  });
});

test("what is not found is said, and settled by hand", () => {
  const tables = [{ name: "docs", columns: ["id", "code_piece", "jour"] }];
  expect(recognise(tables).problems).toEqual(["facture: no table"]);
  const given = { facture: { table: "docs", columns: { number: "code_piece", issuedOn: "jour" } } };
  const settled = recognise(tables, given);
  expect(settled.problems).toEqual([]);
  expect(settled.mapping.facture?.columns).toMatchObject({
    number: "code_piece",
    issuedOn: "jour",
  });
  const wrong = recognise(seed, {
    facture: { columns: { number: "nimero", couleur: "tva" } },
    client: null,
  });
  expect(wrong.problems).toEqual([
    "facture: no column nimero in facture",
    "facture: no field couleur",
    "facture: no column for number",
  ]);
  expect(wrong.mapping.client).toBeUndefined();
});
