import { readFileSync } from "node:fs";
import path from "node:path";

/** @param root the project's folder, whose package.json says the version */
export function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
