import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/a-service.ts";

const page = readFileSync(path.join(root, "docs/security.md"), "utf8");
const rows = page.split("\n").filter((line) => /^\| \d/.test(line));

test("the page holds the requirements, and every file it names exists", () => {
  expect(rows.length).toBeGreaterThan(35);
  const named = [...page.matchAll(/`((?:app|server|tests|scripts|docs)\/[\w./-]+)`/g)];
  expect(named.length).toBeGreaterThan(60);
  const missing = named
    .map(([, file = ""]) => file)
    .filter((file) => !existsSync(path.join(root, file)));
  expect(missing).toEqual([]);
});

test("each row says where it is enforced and what shows it, or that it is not", () => {
  const hollow = rows.filter((row) => {
    const [, , , where = "", shown = ""] = row.split("|").map((cell) => cell.trim());
    return where === "" || shown === "" || (shown === "–" && !/not enforced yet|no /.test(where));
  });
  expect(hollow).toEqual([]);
});
