import { data } from "@remix-run/node";

const idShape = /^[0-9a-f]{32}$/;

type Params = Readonly<Record<string, string | undefined>>;

/** An id of the address; what is no id is a page that does not exist. */
export function idOf(params: Params, name: string): string {
  const id = params[name] ?? "";
  if (!idShape.test(id)) throw data(null, { status: 404 });
  return id;
}

/** The facture of the address. */
export const factureIdOf = (params: Params): string => idOf(params, "factureId");
