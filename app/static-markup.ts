import {
  Fragment,
  isValidElement,
  type NamedExoticComponent,
  type ReactElement,
  type ReactNode,
} from "react";
import { createMarkupShelf } from "./markup-shelf";

/** Something that `staticMarkup` does not write as React does. */
export class NotStatic extends Error {
  override readonly name = "NotStatic";
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
type Component = (props: Props, ref?: null) => ReactNode;
type Out = { html: string; endsInText: boolean };

/**
 * The HTML that React would write for elements as they first stand: rows, menus, tools. It takes an eighth of the time;
 * in the browser React takes the same elements over, so every sign must be what React would write. Called while React
 * draws a component, whose hooks those of the elements join: nothing here may provide a context, ask for an id
 * (`useId`) or set a state at once.
 *
 * @throws NotStatic on what it cannot write as React does
 */
export function staticMarkup(node: ReactNode): string {
  const out: Out = { html: "", endsInText: false };
  write(node, out);
  return out.html;
}

function write(node: ReactNode, out: Out): void {
  if (node === null || node === undefined || typeof node === "boolean") return;
  if (typeof node === "string" || typeof node === "number") writeText(String(node), out);
  else if (Array.isArray(node)) for (const child of node as ReactNode[]) write(child, out);
  else if (isValidElement(node)) writeElement(node as ReactElement<Props>, out);
  else throw new NotStatic("nothing else than elements and text is static");
}

/** Two texts side by side are kept apart, or the browser would read one. */
function writeText(text: string, out: Out): void {
  if (text === "") return;
  out.html += (out.endsInText ? "<!-- -->" : "") + escaped(text);
  out.endsInText = true;
}

function writeElement({ type, props }: ReactElement<Props>, out: Out): void {
  const component = type as string | Component | Memo | Forwarding;
  if (typeof component === "string") writeTag(component, props, out);
  else if (component === (Fragment as unknown)) write(props.children, out);
  else if (typeof component === "function") write(component(props), out);
  else if ("render" in component) writeForwarding(component, props, out);
  else if ("type" in component) writeMemo(component, props, out);
  else throw new NotStatic("a context is not static");
}

type Memo = { readonly type: Component };
/** What `forwardRef` makes: the icons of lucide, the links and forms of Remix. */
type Forwarding = { readonly render: Component };

type Remembered = {
  readonly keyOf: (props: never) => string | null;
  readonly shelf: ReturnType<typeof createMarkupShelf>;
};

const remembering = new WeakMap<object, Remembered>();
/** Some thousands of rows. */
const shelfSigns = 3_000_000;

/** The server remembers what `component` draws by `keyOf` its props: all it follows from, as text. Null: drawn each time. */
export function remembered<P extends object>(
  component: NamedExoticComponent<P>,
  keyOf: (props: P) => string | null,
) {
  remembering.set(component, { keyOf, shelf: createMarkupShelf(shelfSigns) });
  return component;
}

function writeMemo(component: Memo, props: Props, out: Out): void {
  const known = remembering.get(component);
  const key = known?.keyOf(props as never) ?? null;
  if (!known || key === null) {
    write(component.type(props), out);
    return;
  }
  out.html += known.shelf.get(key, () => staticMarkup(component.type(props)));
  out.endsInText = false;
}

const icons = new WeakMap<Forwarding, Map<string, string>>();

/** An icon never changes, and there are few: each is written once for a class. */
function writeForwarding(component: Forwarding, props: Props, out: Out): void {
  const name = iconName(props);
  if (name === null) {
    write(component.render(props, null), out);
    return;
  }
  const known = icons.get(component) ?? new Map<string, string>();
  icons.set(component, known);
  const html = known.get(name) ?? staticMarkup(component.render(props, null));
  known.set(name, html);
  out.html += html;
  out.endsInText = false;
}

/** Null for what holds more than an icon does. */
function iconName(props: Props): string | null {
  for (const name in props) if (name !== "className" && name !== "aria-hidden") return null;
  return `${String(props["className"])} ${String(props["aria-hidden"])}`;
}

const empty = new Set(["br", "col", "hr", "img", "input"]);
const special = new Set(["option", "pre", "script", "select", "style", "textarea"]);

function writeTag(tag: string, props: Props, out: Out): void {
  if (special.has(tag)) throw new NotStatic(`${tag} is not static`);
  let head = `<${tag}`;
  const isInput = tag === "input";
  for (const name in props)
    if (!inside.has(name) && !(isInput && last.has(name))) head += attribute(name, props[name]);
  if (isInput) {
    head += attribute("checked", props["checked"]);
    head += attribute("value", props["value"] ?? props["defaultValue"]);
  }
  if (empty.has(tag)) out.html += `${head}/>`;
  else {
    out.html += `${head}>`;
    out.endsInText = false;
    writeInside(props, out);
    out.html += `</${tag}>`;
  }
  out.endsInText = false;
}

/** What React writes at the end of an input. */
const last = new Set(["checked", "value"]);

/** What is no attribute. */
const inside = new Set(["children", "dangerouslySetInnerHTML", "defaultValue"]);

function writeInside({ children, dangerouslySetInnerHTML: drawn }: Props, out: Out): void {
  if (drawn) out.html += (drawn as { readonly __html: string }).__html;
  else write(children, out);
}

const plain = new Set(
  "action alt cx cy d download fill height href id lang max method min name placeholder points popover popovertarget preserveAspectRatio r role rx ry scope src stroke target title type value viewBox width x x1 x2 xmlns y y1 y2".split(
    " ",
  ),
);
const renamed: Readonly<Record<string, string>> = {
  autoComplete: "autoComplete",
  className: "class",
  encType: "encType",
  htmlFor: "for",
  maxLength: "maxLength",
  spellCheck: "spellcheck",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeWidth: "stroke-width",
};
const said = /^(?:aria|data)-[a-z-]+$/;
const switches = new Set(["checked", "disabled", "download", "hidden", "open"]);
/** What happens in the browser alone. */
const event = /^on[A-Z]/;

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || event.test(name)) return "";
  if (name === "style") return ` style="${escaped(styleOf(value as object))}"`;
  if (switches.has(name) && typeof value === "boolean") return value ? ` ${name}=""` : "";
  const isWritten = plain.has(name) && typeof value !== "boolean";
  if (isWritten || name in renamed || said.test(name))
    return ` ${renamed[name] ?? name}="${escaped(String(value))}"`;
  throw new NotStatic(`the attribute ${name} is not static`);
}

function styleOf(style: object): string {
  const said = Object.entries(style);
  if (said.every(([name, value]) => /^[a-z]+$/.test(name) && typeof value === "string"))
    return said.map(([name, value]) => `${name}:${value}`).join(";");
  throw new NotStatic("only a plain style is static");
}

const signs = /["&'<>]/;
const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
};

const escaped = (text: string): string =>
  signs.test(text) ? text.replace(/["&'<>]/g, (sign) => entities[sign] ?? sign) : text;
