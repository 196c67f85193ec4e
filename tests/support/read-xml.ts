/** An element of a parsed document; names keep their prefix, comments and instructions are dropped. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const decode = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? "");
  });

function attributesOf(source: string): Record<string, string> {
  const found = source.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"|([\w:.-]+)\s*=\s*'([^']*)'/g);
  return Object.fromEntries(
    [...found].map(([, a, b, c, d]) => [a ?? c ?? "", decode(b ?? d ?? "")]),
  );
}

const TOKEN = /<(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>|([^<]+)/g;

function take(stack: Open[], token: readonly (string | undefined)[]): void {
  const [, closing, name = "", attributes = "", empty, text] = token;
  const top = stack.at(-1);
  if (!top) throw new Error("text after the root");
  if (text !== undefined) top.text += decode(text);
  else if (closing) close(stack, name);
  else {
    const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
    if (empty) top.children.push(element);
    else stack.push(element);
  }
}

/** Enough of an XML parser for invoices: elements, attributes, text, entities. Throws on unbalanced tags. */
export function readXml(xml: string): Element {
  const clean = xml.replace(/^\ufeff/, "").replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, "");
  const stack: Open[] = [{ name: "", attributes: {}, children: [], text: "" }];
  for (const token of clean.matchAll(TOKEN)) take(stack, token);
  const [root] = stack[0]?.children ?? [];
  if (stack.length !== 1 || !root) throw new Error("unbalanced document");
  return root;
}

function close(stack: Open[], name: string): void {
  const done = stack.pop();
  if (done?.name !== name) throw new Error(`</${name}> closes <${done?.name}>`);
  stack.at(-1)?.children.push(done);
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Elements at a path of local names: `all(root, "A/B/C")`. */
export function all(from: Element | undefined, path: string): Element[] {
  return path
    .split("/")
    .reduce<Element[]>(
      (found, step) =>
        found.flatMap(({ children }) => children.filter(({ name }) => local(name) === step)),
      from ? [from] : [],
    );
}

export const first = (from: Element | undefined, path: string) => all(from, path)[0];

/** Trimmed text of the first element at a path, or "". */
export const textAt = (from: Element | undefined, path: string) =>
  first(from, path)?.text.trim() ?? "";
