import fc from "fast-check";

export const hostileStrings = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\u001b[31mrouge",
  "😀".repeat(60),
  "👨‍👩‍👧‍👦🇫🇷",
  "\u202Egnp.exe",
  "שלום مرحبا",
  "\ud800",
  "\udc00 seul",
  "\ufeff\u200b\u2028",
  "\ufffe\uffff",
  "ﷺ".repeat(300),
  "x".repeat(10_000),
  "é".normalize("NFD").repeat(200),
  "__proto__",
  "constructor",
  "toString",
  "../../../etc/passwd",
  "' OR 1=1 --",
  '"; DROP TABLE clients; --',
  '" OR clients_search MATCH "a*',
  "a AND b NOT NEAR(c, 2) *",
  "%_%",
  "<script>alert(1)</script>",
  "{{7*7}} #{7*7}",
  "=HYPERLINK(A1)",
  "javascript:alert(1)",
  "data:text/html,x",
  "a\r\nBcc: victime@x.example",
  "NaN",
  "1e309",
  "-0",
  "2026-02-30",
  "0000-00-00",
  "9999-12-31",
  "f".repeat(32),
  "F".repeat(32),
  "0".repeat(32),
  "AAAA",
  "W10",
  "WyJhIiwiYiJd",
  "FR7630006000011234567890189",
  "\\u0041\\",
];

export const hostileNumbers = [
  ...[0, -0, 1, -1, 1.5, 0.1, 1e-7, 2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_SAFE_INTEGER, 1e21],
  ...[99_999_999_999, 999_999_999_000_000, 9_999_999_990_000, 10_000, 10_001, 366],
  ...[1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
];

/** What is no JSON, or becomes something else in it. */
const exotic = [
  undefined,
  12345678901234567890n,
  new Date(0),
  new Date(Number.NaN),
  new Map<unknown, unknown>([["a", new Map()]]),
  new Set([1, "a"]),
  /(a+)+$/g,
  new URL("javascript:alert(1)"),
  new Error("forged", { cause: "forged" }),
  new Uint8Array([1, 2, 3]),
];

const nested = (depth: number): unknown => {
  let value: unknown = "fond";
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

const shapes = [
  null,
  true,
  [],
  {},
  [null],
  [[]],
  { json: 1, meta: {} },
  JSON.parse(
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  ) as object,
  Array.from({ length: 2_000 }, (_, i) => i),
  nested(200),
];

/** One thing no form of ours would send. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...exotic),
  fc.constantFrom<unknown>(...shapes),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer(),
  fc.jsonValue(),
);

/** Names of fields nobody may set, and of what JavaScript keeps for itself. */
export const hostileKey = fc.constantFrom(
  ...["id", "societeId", "societe_id", "role", "number", "status", "totalTtc", "hash", "version"],
  ...["isSuperAdmin", "constructor", "toString", "__proto__", "hasOwnProperty", "length", ""],
);
