import { useSociete } from "../../session";

/** Where a selection is taken away as a file; names the société the page shows. */
export function useExportHref(asked: Readonly<Record<string, unknown>>): (path: string) => string {
  const societe = useSociete();
  const search = new URLSearchParams({ societe: societe?.societeId ?? "" });
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, String(value));
  return (path) => `/${path}?${search}`;
}
