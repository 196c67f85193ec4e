import { data } from "@remix-run/node";

const idShape = /^[0-9a-f]{32}$/;

/** The facture of the address; what is no id is a page that does not exist. */
export function factureIdOf(params: Readonly<Record<string, string | undefined>>): string {
  const { factureId = "" } = params;
  if (!idShape.test(factureId)) throw data(null, { status: 404 });
  return factureId;
}
