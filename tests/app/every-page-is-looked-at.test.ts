import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { demoPages } from "../../scripts/lab/demo-pages.ts";

const routes = path.join(import.meta.dirname, "../../app/routes");

/** Not a page of the demonstration, each for its reason. */
const elsewhere = new Set([
  "_app.factures.nouvelle", // opens a brouillon and steps aside
  "_app.reglages.suspension", // of a société that the operator has stopped
]);

/** What an address of the route looks like: "_app.clients.$clientId_.modifier" → /clients/…/modifier. */
function addressOf(route: string): RegExp {
  const parts = route.split(".").filter((part) => !part.startsWith("_"));
  const written = parts.map((part) =>
    part === "($slug)"
      ? "(?:/[^/]+)?"
      : part.startsWith("$")
        ? "/[^/]+"
        : `/${part.replace(/_$/, "")}`,
  );
  return new RegExp(`^${written.join("") || "/"}$`);
}

test("every page of the product is among those photographed and examined for accessibility", () => {
  const addresses = demoPages.map(({ path: address }) => address.replace(/\?.*/, ""));
  const drawn = readdirSync(routes)
    .filter((file) => /^export default/m.test(readFileSync(path.join(routes, file), "utf8")))
    .map((file) => file.replace(/\.tsx$/, ""))
    .filter((route, _, all) => !all.some((other) => other.startsWith(`${route}.`))) // the frame of others
    .filter((route) => !elsewhere.has(route));

  const unseen = drawn.filter((route) => !addresses.some((one) => addressOf(route).test(one)));

  expect(drawn.length).toBeGreaterThan(45);
  expect(unseen).toEqual([]);
});
