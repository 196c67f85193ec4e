import { z } from "zod";
import { permissionNames } from "#server/domain/permissions";
import type { proceduresOf } from "../support/trpc-wire.ts";
import type { Cases } from "./case.ts";

const Declared = z.discriminatedUnion("access", [
  z.object({ access: z.literal("public"), foreign: z.enum(["NOT_FOUND", "OWN"]) }),
  z.object({ access: z.literal("user"), foreign: z.enum(["NOT_FOUND", "OWN"]) }),
  z.object({
    access: z.literal("societe"),
    permission: z.enum(permissionNames),
    foreign: z.enum(["NOT_FOUND", "OWN"]),
  }),
  z.object({ access: z.literal("super-admin"), foreign: z.enum(["NOT_FOUND", "OWN"]) }),
]);

export type Declaration = z.infer<typeof Declared>;
type Procedures = ReturnType<typeof proceduresOf>;

/** @throws when the procedure does not say who may call it, and what a stranger is answered */
export function declarationOf(procedures: Procedures, path: string): Declaration {
  return Declared.parse(procedures[path]?._def.meta);
}

/** What keeps the walk from being complete, one sentence each. */
export function gapsIn(procedures: Procedures, cases: Cases): string[] {
  const undeclared = Object.keys(procedures)
    .filter((path) => !Declared.safeParse(procedures[path]?._def.meta).success)
    .map((path) => `${path} does not declare access, permission and foreign beside itself`);
  const untried = Object.keys(procedures)
    .filter((path) => !Object.hasOwn(cases, path))
    .map((path) => `${path} has no case in tests/isolation/cases`);
  const gone = Object.keys(cases)
    .filter((path) => !Object.hasOwn(procedures, path))
    .map((path) => `${path} has a case but is no procedure any more`);
  return [...undeclared, ...untried, ...gone];
}
