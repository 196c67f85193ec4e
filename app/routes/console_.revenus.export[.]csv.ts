import type { LoaderFunctionArgs } from "@remix-run/node";

/** The twelve months of the revenue, for a spreadsheet. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  try {
    const csv = await context.queries().ask.consoleRevenus.csv.fetch();
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="revenus.csv"',
      "cache-control": "no-store",
    };
    return new Response(csv, { headers });
  } catch (error) {
    throw context.errorResponse(error, request);
  }
}
