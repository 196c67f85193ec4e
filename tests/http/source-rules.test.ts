import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/a-service.ts";

type Rule = {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Folders and files searched, from the root. */
  readonly within: readonly string[];
  /** Where it is right all the same, and why. */
  readonly unless?: Readonly<Record<string, string>>;
};

const everything = ["app", "server", "db", "scripts"];
const useCases = [
  "clients",
  "produits",
  "factures",
  "reglements",
  "societe",
  "journal",
  "recherche",
];
const clockless = ["domain", "archives", ...useCases].map((folder) => `server/${folder}`);

const rules: readonly Rule[] = [
  {
    rule: "SQL is never put together from text",
    pattern: /\bsql\.(?:raw|identifier)\b/,
    within: everything,
  },
  {
    rule: "a name in SQL is a constant: drizzle has escaped those of .as() badly (CVE-2026-39356)",
    pattern: /\.as\(\s*[^\s"')]/,
    within: everything,
  },
  {
    rule: "no database is attached to another: one société could read the next",
    pattern: /\bATTACH\b|\b[Aa]ttach\s+(?:[Dd]atabase\b|['"?:@$])/,
    within: everything,
  },
  {
    rule: "no row is replaced: it would be deleted without its triggers",
    pattern: /INSERT OR REPLACE|REPLACE INTO/i,
    within: everything,
  },
  {
    rule: "nothing is merged into an object: a key « __proto__ » would change its prototype",
    pattern: /Object\.assign\(|\bmerge(?:Deep)?\(|\bdefaultsDeep\(/,
    within: everything,
    unless: { "app/i18n/i18n.ts": "the marks of i18next's own function, no input" },
  },
  {
    rule: "no HTML is made of text",
    pattern: /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/,
    within: everything,
    unless: {
      "app/answers.tsx": "JSON in a script, with every sign that could end it escaped",
      "app/components/charts/chart.tsx": "sets nothing: keeps what the server drew",
      "app/drawn.ts": "made of elements, escaped as React does (tests/app/static-markup)",
      "app/static-markup.ts": "takes in what app/drawn.ts has made",
    },
  },
  {
    rule: "rules and use cases are told the time",
    pattern: /Date\.now\(\)|new Date\(\)|performance\.now\(\)/,
    within: clockless,
  },
  {
    rule: "the server reads one clock",
    pattern: /Date\.now\(\)|new Date\(\)/,
    within: ["server"],
    unless: {
      "server/clock.ts": "the clock itself",
      "server/id.ts": "ids are ordered by the time they are made, which is no time of the business",
      "server/auth/session-adapter.ts":
        "Lucia compares with the machine's clock: expiries are shifted to it",
    },
  },
  {
    rule: "nothing is drawn from a predictable source",
    pattern: /Math\.random\(/,
    within: ["server", "app"],
    unless: { "server/tenancy/begin-write.ts": "spreads two waiting writers, decides nothing" },
  },
  {
    rule: "no text is run",
    pattern: /(?<![.$\w])eval\(|new Function\(|node:vm\b/,
    within: everything,
    unless: {
      "server/tenancy/collect-descriptors.ts": "asks V8 for its garbage collector: a constant text",
      "server/tenancy/copy-worker.js": "the same, in its own thread",
    },
  },
  {
    rule: "the server starts no process and asks nothing of another service by itself",
    pattern:
      /node:child_process|\bglobalThis\.fetch\b|(?<![.\w])fetch\(|node:https?["'].*\b(?:get|request)\b/,
    within: ["server"],
    unless: {
      "server/billing/sandbox/post-to.ts":
        "the double of Stripe posts its webhooks to this very service",
    },
  },
  {
    rule: "the environment is read once",
    pattern: /process\.env/,
    within: ["server", "app", "db"],
    unless: {
      "server/main.ts": "hands it to parseEnv",
      "server/dev.ts": "hands it to parseEnv",
      "server/log.ts": "silent under test, before anything is parsed",
      "server/documents/create-renderer.ts": "sets a variable that native code reads, none of ours",
    },
  },
  {
    rule: "a page writes numbers and days in its own language",
    pattern:
      /import \{[^}]*\bformat(?:Euros|Amount|UnitPrice|Rate|Decimal|Quantity|Day|LongDay|Echeance|Unit)\b[^}]*\} from "#server/,
    within: ["app"],
    unless: { "app/formats.ts": "it is there that the language is said" },
  },
  {
    rule: "a page speaks one language: no catalogue is named",
    pattern: /from "[./]+i18n\/(?:fr|en)\b/,
    within: ["app"],
  },
  {
    rule: "a mutation lists the fields it writes",
    pattern: /\.(?:set|values)\(\s*(?:input|body|data|payload)\s*\)/,
    within: ["server"],
  },
  {
    rule: "nothing internal is told to whoever calls",
    pattern: /\.json\([^)]*\b(?:stack|cause)\b/,
    within: ["server/http", "server/api"],
  },
];

type Source = { readonly file: string; readonly code: string };

const sources: readonly Source[] = everything
  .flatMap((folder) => filesIn(folder))
  .map((file) => ({
    file,
    code: withoutComments(readFileSync(path.join(root, file), "utf8")),
  }));

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(file);
    return /\.(?:tsx?|mjs|js|sql)$/.test(entry.name) ? [file] : [];
  });
}

/** Comments may name what the code must not do. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<=^|\s)(?:\/\/|--\s).*$/gm, "");
}

const isWithin = (file: string, folders: readonly string[]) =>
  folders.some((folder) => file === folder || file.startsWith(`${folder}/`));

const broken = ({ pattern, within }: Rule) =>
  sources
    .filter(({ file, code }) => isWithin(file, within) && pattern.test(code))
    .map(({ file }) => file);

test.for(rules)("$rule", (rule) => {
  const allowed = Object.keys(rule.unless ?? {});
  expect(broken(rule).filter((file) => !allowed.includes(file))).toEqual([]);
});

test("every exception is still needed", () => {
  const idle = rules.flatMap((rule) => {
    const found = broken(rule);
    return Object.keys(rule.unless ?? {}).filter((file) => !found.includes(file));
  });
  expect(idle).toEqual([]);
});

test("the sources are really read", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(withoutComments("const a = 1; // sql.raw\n/* ATTACH */ b -- ATTACH")).not.toMatch(
    /raw|ATTACH/,
  );
  expect(withoutComments('const u = "https://x";')).toContain("https://x");
});
