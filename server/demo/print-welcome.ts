import type { AddressInfo } from "node:net";
import type { Env } from "#server/env";
import { demoEditeur } from "./demo-editeur.ts";
import { demoLogins } from "./demo-logins.ts";

/** The lines a newcomer reads: where it is, and who may enter the demonstration. */
export function printWelcome(env: Env, address: AddressInfo | string | null): void {
  const port = typeof address === "object" && address ? address.port : env.PORT;
  const where = env.APP_MODE === "demo" ? env.APP_ORIGIN : `${env.APP_ORIGIN} (port ${port})`;
  const lines = [`FacturePro est prêt : ${where}`];
  if (env.APP_MODE === "demo") {
    lines.push("", "Sociétés de démonstration :");
    for (const { nom, username, password, role } of demoLogins)
      lines.push(`  ${nom.padEnd(20)} ${username.padEnd(10)} ${password}   (${role})`);
    lines.push(
      "",
      `« ${demoEditeur.username} » donne aussi un code : la page de connexion l’affiche.`,
    );
    lines.push("", `Les courriels restent ici : ${env.APP_ORIGIN}/boite-aux-lettres`, "");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
