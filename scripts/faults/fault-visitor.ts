import { callOnce } from "../bench/bench-session.ts";
import type { Answer, HttpClient } from "../bench/http-client.ts";

/** Somebody who comes from a network of their own: behind Fly's proxy the address is the proxy's to say. */
export type Visitor = { readonly name: string; readonly ip: string };

export const visitorPassword = "charge-mesuree-2026";

/** Their account's. */
export const emailOf = ({ name }: Visitor): string => `${name}@mesure.example`;

/** The société and the account of a visitor. */
export function registerVisitor(
  ask: HttpClient,
  origin: string,
  visitor: Visitor,
): Promise<Answer> {
  const { name, ip } = visitor;
  const input = {
    nom_societe: `Fournil ${name}`,
    email: emailOf(visitor),
    username: name,
    password: visitorPassword,
  };
  return callOnce(ask, origin, "auth.register", input, { "fly-client-ip": ip });
}
