import { readFileSync } from "node:fs";
import path from "node:path";

const library = path.join(
  import.meta.dirname,
  "../node_modules/lucide-react/dist/esm/lucide-react.mjs",
);
const imports = /import \{([^}]*)\} from "lucide-react";/g;

/**
 * Each icon from its own file, rather than from the list of all 1,700: the build reads a tenth as many, and knows which page draws
 * which icon.
 * @returns {import("vite").Plugin}
 */
export function loneIcons() {
  const files = filesByName(readFileSync(library, "utf8"));
  const alone = (named) => {
    const [name, local = name] = named.split(" as ");
    const file = files.get(name);
    if (file === undefined) throw new Error(`lucide-react has no icon ${name}`);
    return `import ${local} from "lucide-react/icons/${file}";`;
  };
  return {
    name: "lone-icons",
    enforce: "pre",
    apply: "build",
    transform(code, _id, options) {
      if (options?.ssr || !code.includes('from "lucide-react"')) return;
      // On one line, so that the lines of the source keep their numbers.
      const written = code.replace(imports, (_, names) => valuesOf(names).map(alone).join(" "));
      return { code: written, map: null };
    },
  };
}

/** What is imported to be drawn; types are gone by then. */
const valuesOf = (names) =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));

/** "Plus" → "plus", "CircleAlert" → "circle-alert", as the library's own list says. */
function filesByName(list) {
  const files = new Map();
  for (const [, names, file] of list.matchAll(
    /export \{([^}]*)\} from '\.\/icons\/([\w-]+)\.mjs'/g,
  ))
    for (const [, name] of names.matchAll(/default as (\w+)/g)) files.set(name, file);
  return files;
}
