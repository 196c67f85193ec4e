import { redirect } from "@remix-run/node";
import { leaveForm } from "../components/visite/visite-forms";
import { writes } from "../write.server";

/** Leaving is an act. */
export const loader = () => redirect("/");

export const action = writes([leaveForm]);
