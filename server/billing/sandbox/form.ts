import { missing, StripeError } from "./stripe-error.ts";

type Value = string | Tree;
type Tree = { [name: string]: Value };

/** `items[0][price]=x` → { items: { 0: { price: "x" } } }: nested brackets, as Stripe's SDK writes bodies and queries. */
function parseTree(text: string): Tree {
  const tree = emptyTree();
  for (const [key, value] of new URLSearchParams(text)) {
    const path = key
      .replace("[]", "[+]")
      .split(/[[\]]+/)
      .filter(Boolean);
    const last = path.pop() ?? key;
    let node = tree;
    for (const part of path) {
      const next = node[part];
      node = typeof next === "object" ? next : child(node, part);
    }
    node[last === "+" ? String(Object.keys(node).length) : last] = value;
  }
  return tree;
}

/** Without a prototype: a parameter may be called anything. */
const emptyTree = (): Tree => Object.create(null) as Tree;

function child(node: Tree, part: string): Tree {
  const made = emptyTree();
  node[part] = made;
  return made;
}

/** The parameters of one request, read by name. An empty text is Stripe's way to unset a field. */
export class Form {
  readonly #tree: Tree;
  readonly #path: string;

  constructor(source: string | Tree, path = "") {
    this.#tree = typeof source === "string" ? parseTree(source) : source;
    this.#path = path;
  }

  nameOf(name: string): string {
    return this.#path === "" ? name : `${this.#path}[${name}]`;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#tree, name);
  }

  isText(name: string): boolean {
    return typeof this.#tree[name] === "string";
  }

  names(): string[] {
    return Object.keys(this.#tree);
  }

  text(name: string): string | undefined {
    const value = this.#tree[name];
    if (typeof value !== "object") return value;
    throw this.#invalid("string", name);
  }

  /** Null when absent or unset. */
  textOrNull(name: string): string | null {
    return this.text(name) || null;
  }

  need(name: string): string {
    const value = this.text(name);
    if (!value) throw missing(this.nameOf(name));
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined || value === "") return undefined;
    if (!/^-?\d+$/.test(value)) throw this.#invalid("integer", name);
    return Number(value);
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined || value === "") return undefined;
    if (value !== "true" && value !== "false") throw this.#invalid("boolean", name);
    return value === "true";
  }

  choice<T extends string>(name: string, among: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined || value === "") return undefined;
    const found = among.find((one) => one === value);
    if (found === undefined)
      throw new StripeError(`Invalid ${this.nameOf(name)}: must be one of ${among.join(", ")}`, {
        param: this.nameOf(name),
      });
    return found;
  }

  in(name: string): Form {
    const value = this.#tree[name];
    if (typeof value === "string" && value !== "") throw this.#invalid("object", name);
    return new Form(typeof value === "object" ? value : {}, this.nameOf(name));
  }

  each(name: string): Form[] {
    const value = this.#tree[name];
    if (typeof value !== "object") return [];
    return Object.keys(value).map((rank) => this.in(name).in(rank));
  }

  texts(name: string): string[] {
    const value = this.#tree[name];
    if (typeof value !== "object") return [];
    return Object.values(value).filter((one) => typeof one === "string");
  }

  /** Every value below, as plain JSON: for features the sandbox keeps without acting upon them. */
  plain(): unknown {
    return plainOf(this.#tree);
  }

  /** `metadata`: given keys are set, keys given empty are removed. */
  metadata(
    before: Readonly<Record<string, string>> = {},
    name = "metadata",
  ): Record<string, string> {
    if (this.#tree[name] === "") return {};
    const given = this.in(name);
    const merged = { ...before };
    for (const key of given.names()) {
      const value = given.text(key);
      if (value) merged[key] = value;
      else delete merged[key];
    }
    return merged;
  }

  #invalid(kind: string, name: string): StripeError {
    const param = this.nameOf(name);
    return new StripeError(`Invalid ${kind}: ${param}`, {
      code: kind === "integer" ? "parameter_invalid_integer" : "parameter_invalid",
      param,
    });
  }
}

function plainOf(value: Value): unknown {
  if (typeof value === "string") return value === "true" ? true : value === "false" ? false : value;
  const entries = Object.entries(value).map(([name, one]) => [name, plainOf(one)] as const);
  const isList = entries.length > 0 && entries.every(([name], rank) => name === String(rank));
  return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
