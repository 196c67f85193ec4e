import { expect, test } from "vitest";
import { createSuperAdmin } from "#server/auth/create-super-admin";
import { assertEditeur } from "#server/editeur/editeur-societe";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService } from "../support/a-service.ts";
import { aStaffedSociete, logIn, testPassword } from "../support/a-staffed-societe.ts";
import { logInTwice } from "../support/log-in-twice.ts";
import { refusalOf } from "../support/refused.ts";
import { callProcedure } from "../support/trpc-wire.ts";

test("without an éditeur nothing is sold; its administrator, made super-admin, says which société it is", async () => {
  const service = await aService();
  const { control, clock } = service.doors;
  const own = await aStaffedSociete(service, "Editions");
  const other = await aStaffedSociete(service, "Voisine");
  const { username, email } = own.staff.admin;
  expect(await refusalOf(assertEditeur(control))).toMatchObject({ code: "EDITEUR_MISSING" });

  const operator = { username, email, password: testPassword };
  expect(await createSuperAdmin(control, operator, clock())).toBe("raised");
  const cookie = await logInTwice(service, username);
  const declare = (societeId: SocieteId) =>
    callProcedure(service, { path: "editeur.declare", input: { societeId }, cookie });
  expect(await declare(other.id)).toMatchObject({ status: 422, refusal: "EDITEUR_UNKNOWN" });
  expect(await declare(own.id)).toMatchObject({ status: 200 });
  expect(await assertEditeur(control)).toBe(own.id);

  const page = { path: "abonnement.usage", input: {}, cookie, societe: own.id };
  expect((await callProcedure(service, page)).data).toMatchObject({ limit: null });
  await service.close();
});

test("a super-admin is made by the machine's holder, with a password worth it, and never takes another's name", async () => {
  const service = await aService();
  const { control, clock } = service.doors;
  const operator = { email: "op@editions.example", username: "op", password: "short" };
  expect(await refusalOf(createSuperAdmin(control, operator, clock()))).toMatchObject({
    code: "REGISTRATION_INVALID",
    problems: [
      { field: "username", code: "USERNAME_INVALID" },
      { field: "password", code: "PASSWORD_TOO_SHORT" },
    ],
  });
  const right = { ...operator, username: "operateur", password: testPassword };
  expect(await createSuperAdmin(control, right, clock())).toBe("made");
  expect(await createSuperAdmin(control, right, clock())).toBe("raised");
  const theirs = { ...right, email: "autre@editions.example" };
  expect(await refusalOf(createSuperAdmin(control, theirs, clock()))).toMatchObject({
    code: "USERNAME_TAKEN",
  });
  const alone = await logIn(service, "operateur");
  expect(await callProcedure(service, { path: "editeur.get", cookie: alone })).toMatchObject({
    status: 403,
    refusal: "SECOND_FACTOR_REQUIRED",
  });
  const cookie = await logInTwice(service, "operateur");
  expect(await callProcedure(service, { path: "editeur.get", cookie })).toMatchObject({
    status: 200,
  });
  await service.close();
});

test("a société that has not said who it is completes its settings before it pays", async () => {
  const service = await aService();
  const { staff, id } = await aStaffedSociete(service, "Muette");
  const answer = await callProcedure(service, {
    path: "abonnement.checkout",
    input: { planCode: "pro_mensuel" },
    cookie: staff.admin.cookie,
    societe: id,
  });
  expect(answer).toMatchObject({ status: 422, refusal: "BUYER_INCOMPLETE" });
  expect(answer.text).toContain("emetteur.siren");
  await service.close();
});
