import { expect, test } from "vitest";
import { alertesService, type MesureService } from "#server/domain/alertes-service";

const well: MesureService = {
  ...{ backupAge: 3_600, oldestMail: null, oldestEvent: 2, diskRatio: 0.6, lag: 0.02 },
  ...{ isShedding: false, unavailable: 0, migrationsFailed: 0 },
  ...{ copiesFailed: 0, rehearsalsFailed: 0, eventsFailed: 0 },
};
const codes = (mesure: Partial<MesureService>) =>
  alertesService({ ...well, ...mesure }).map(({ code, niveau, nb }) => `${code} ${niveau} ${nb}`);

test("a service that is well asks for nobody's eye", () => {
  expect(codes({})).toEqual([]);
});

test("each trouble is said with its weight, the most pressing first", () => {
  expect(codes({ backupAge: null })).toEqual(["sauvegarde attention 1"]);
  expect(codes({ backupAge: 26 * 3_600 })).toEqual([]);
  expect(codes({ backupAge: 26 * 3_600 + 1 })).toEqual(["sauvegarde attention 1"]);
  expect(codes({ diskRatio: 0.19 })).toEqual(["disque attention 1"]);
  expect(codes({ oldestMail: 901, eventsFailed: 2, unavailable: 3, diskRatio: 0.05 })).toEqual([
    "indisponibles erreur 3",
    "disque erreur 1",
    "evenements attention 2",
    "messages attention 1",
  ]);
  expect(codes({ isShedding: true, lag: 0.4, migrationsFailed: 1, rehearsalsFailed: 1 })).toEqual([
    "delestage erreur 1",
    "restaurations erreur 1",
    "migrations erreur 1",
    "lenteur attention 1",
  ]);
});
