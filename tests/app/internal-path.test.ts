import fc from "fast-check";
import { expect, test } from "vitest";
import { internalPath } from "../../app/internal-path.ts";

const elsewhere = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  " //evil.example",
  "",
  null,
];

test.for(elsewhere)("%j leads back home, not to another site", (asked) => {
  expect(internalPath(asked, "/factures")).toBe("/factures");
});

test("a page of ours is gone back to, with its search and its place", () => {
  expect(internalPath("/clients?q=%C3%A9t%C3%A9#haut", "/")).toBe("/clients?q=%C3%A9t%C3%A9#haut");
});

test("whatever is asked, a browser stays on the site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "evil.example",
    "\t",
    "@",
    ":",
    "?",
    "#",
    "a",
  );
  const asked = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join("")}`);
  fc.assert(
    fc.property(asked, (path) => {
      const site = "https://facturepro.example";
      expect(new URL(internalPath(path, "/"), site).origin).toBe(site);
    }),
    { numRuns: 2_000 },
  );
});
