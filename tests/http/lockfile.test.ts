import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/a-service.ts";

type Installed = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
};

const text = (file: string) => readFileSync(path.join(root, file), "utf8");
const { packages } = JSON.parse(text("package-lock.json")) as {
  packages: Record<string, Installed>;
};
const page = text("docs/advisories.md");

/** Rows of the table below a title, without its header. */
function tableUnder(title: string): string[][] {
  const [, after = ""] = page.split(`## ${title}\n`);
  const [section = ""] = after.split("\n## ");
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Every copy of a package, wherever npm has put it. */
const copiesOf = (name: string) =>
  Object.entries(packages)
    .filter(
      ([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
    )
    .map(([place, installed]) => ({ place, ...installed }));

function isAtLeast(version: string, floor: string): boolean {
  const [found, wanted] = [version, floor].map((text) =>
    text.split(/[.-]/).slice(0, 3).map(Number),
  );
  const at = (found ?? []).findIndex((part, i) => part !== wanted?.[i]);
  if (version.includes("-") && at === -1) return false; // a pre-release comes before its release
  return at === -1 || (found?.[at] ?? 0) > (wanted?.[at] ?? 0);
}

test("versions compare by their numbers", () => {
  expect(isAtLeast("11.19.0", "11.8.0")).toBe(true);
  expect(isAtLeast("6.30.6", "6.30.6")).toBe(true);
  expect(isAtLeast("2.17.4", "2.17.5")).toBe(false);
  expect(isAtLeast("2.17.5-pre.1", "2.17.5")).toBe(false);
  expect(isAtLeast("1.0.0", "0.45.2")).toBe(true);
});

const floors = tableUnder("Floors");
const developmentOnly = tableUnder("Development only");

test("the page lists floors and what stays out of production", () => {
  expect(floors.length).toBeGreaterThan(9);
  expect(developmentOnly.length).toBeGreaterThan(4);
});

test.for(floors)("%s is at %s or above", ([name = "", floor = ""]) => {
  const copies = copiesOf(name).filter(({ dev }) => !dev);
  expect(copies.length).toBeGreaterThan(0);
  const below = copies.filter(({ version = "0.0.0" }) => !isAtLeast(version, floor));
  expect(below.map(({ place, version }) => `${place} ${version}`)).toEqual([]);
});

test.for(developmentOnly)("%s is not installed in production", ([name = ""]) => {
  const copies = copiesOf(name);
  expect(copies.length).toBeGreaterThan(0);
  const shipped = copies.filter(({ dev, devOptional }) => !dev && !devOptional);
  expect(shipped.map(({ place }) => place)).toEqual([]);
});

test("the lockfile names no registry, and the content of every package", () => {
  const named = Object.values(packages).filter(({ resolved }) => resolved !== undefined);
  expect(named.map(({ resolved }) => resolved)).toEqual([]);
  expect(text("package-lock.json")).not.toMatch(/https?:\/\/[^"]*registry/);
  const unsigned = Object.entries(packages).filter(
    ([place, { integrity, link }]) => place !== "" && !link && integrity === undefined,
  );
  expect(unsigned.map(([place]) => place)).toEqual([]);
});

test("direct dependencies are exact versions", () => {
  const manifest = JSON.parse(text("package.json")) as Record<string, Record<string, string>>;
  const asked = ["dependencies", "devDependencies", "optionalDependencies", "overrides"].flatMap(
    (kind) => Object.entries(manifest[kind] ?? {}),
  );
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
