import { aService, type Service } from "../support/a-service.ts";
import {
  aColleague,
  aStaffedSociete,
  type Person,
  type StaffedSociete,
} from "../support/a-staffed-societe.ts";
import {
  type DatabaseContent,
  openControlContent,
  openSocieteContent,
} from "../support/database-content.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { furnish } from "./furnish.ts";
import { aCancellation } from "./issue.ts";

/** Two sociétés that must know nothing of each other. The attacks come from A. */
export type World = {
  readonly service: Service;
  readonly a: StaffedSociete;
  readonly b: StaffedSociete;
  /** Sells the subscriptions: its books name every société that pays. */
  readonly editeur: StaffedSociete;
  /** Administers both: their session is in A. */
  readonly both: Person;
  readonly contentOfA: DatabaseContent;
  readonly contentOfB: DatabaseContent;
  readonly control: DatabaseContent;
  close(): Promise<void>;
};

export async function aWorld(): Promise<World> {
  const service = await aService();
  const a = await aStaffedSociete(service, "Alphaville");
  const b = await aStaffedSociete(service, "Zorglub");
  const editeur = await aStaffedSociete(service, "Omicron");
  await furnish(editeur);
  for (const societe of [a, b]) {
    await furnish(societe);
    await societe.call("factures.cancel", await aCancellation(societe));
  }
  const both = await aColleague(service, {
    mark: "Partage",
    as: "admin",
    societes: [a.id, b.id],
  });
  const choice = { path: "auth.chooseSociete", input: { societeId: a.id }, cookie: both.cookie };
  await callProcedure(service, choice);
  const contentOfA = await openSocieteContent(service, a.id);
  const contentOfB = await openSocieteContent(service, b.id);
  const control = openControlContent(service);
  return {
    service,
    a,
    b,
    editeur,
    both,
    contentOfA,
    contentOfB,
    control,
    async close() {
      for (const content of [contentOfA, contentOfB, control]) content.close();
      await service.close();
    },
  };
}
