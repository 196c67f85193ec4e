import { redirect } from "@remix-run/node";

/** The console opens on the sociétés. */
export const loader = () => redirect("/console/societes", 303);
