import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
type Component = (props: Props, ref?: null) => ReactNode;
type Out = { html: string; endsInText: boolean };

/**
 * The HTML that React would write for elements without state or events: rows, headings, menus. It takes an eighth of
 * the time; in the browser React takes the same elements over, so every sign must be what React would write.
 *
 * @throws Error on what it cannot write as React does
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
  else throw new Error("nothing else than elements and text is static");
}

/** Two texts side by side are kept apart, or the browser would read one. */
function writeText(text: string, out: Out): void {
  if (text === "") return;
  out.html += (out.endsInText ? "<!-- -->" : "") + escaped(text);
  out.endsInText = true;
}

function writeElement({ type, props }: ReactElement<Props>, out: Out): void {
  const component = type as string | Component | Memo | Icon;
  if (typeof component === "string") writeTag(component, props, out);
  else if (component === (Fragment as unknown)) write(props.children, out);
  else if ("render" in component) writeIcon(component, props, out);
  else write("type" in component ? component.type(props) : component(props), out);
}

type Memo = { readonly type: Component };
/** What `forwardRef` makes; here, the icons of lucide. */
type Icon = { readonly render: Component };

const icons = new WeakMap<Icon, Map<string, string>>();

/** An icon never changes, and there are few: each is written once for a class. */
function writeIcon(icon: Icon, props: Props, out: Out): void {
  const { className, "aria-hidden": isHidden, ...others } = props;
  const known = icons.get(icon) ?? new Map<string, string>();
  icons.set(icon, known);
  const name = Object.keys(others).length === 0 ? `${className} ${isHidden}` : null;
  const html = (name !== null && known.get(name)) || staticMarkup(icon.render(props, null));
  if (name !== null) known.set(name, html);
  out.html += html;
  out.endsInText = false;
}

const empty = new Set(["br", "col", "hr"]);
const special = new Set(["img", "input", "option", "pre", "script", "select", "style", "textarea"]);

function writeTag(tag: string, props: Props, out: Out): void {
  if (special.has(tag)) throw new Error(`${tag} is not static`);
  let head = `<${tag}`;
  for (const name in props) if (name !== "children") head += attribute(name, props[name]);
  if (empty.has(tag)) out.html += `${head}/>`;
  else {
    out.html += `${head}>`;
    out.endsInText = false;
    write(props.children, out);
    out.html += `</${tag}>`;
  }
  out.endsInText = false;
}

const plain = new Set(
  "cx cy d fill height href id lang name points popovertarget r role rx ry scope stroke title type value viewBox width x x1 x2 xmlns y y1 y2".split(
    " ",
  ),
);
const renamed: Readonly<Record<string, string>> = {
  className: "class",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeWidth: "stroke-width",
};
const said = /^(?:aria|data)-[a-z-]+$/;

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const isWritten = plain.has(name) && typeof value !== "boolean";
  if (isWritten || name in renamed || said.test(name))
    return ` ${renamed[name] ?? name}="${escaped(String(value))}"`;
  throw new Error(`the attribute ${name} is not static`);
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
