import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import { isAllowed, type Permission } from "#server/domain/permissions";
import type { createPlainClient, RouterOutputs } from "./trpc";

export type Me = RouterOutputs["auth"]["me"];

type PlainClient = ReturnType<typeof createPlainClient>;
export const PlainClientContext = createContext<PlainClient | null>(null);

/** The tRPC client without hooks, bound to the page's société. */
export function usePlainClient(): PlainClient {
  const client = useContext(PlainClientContext);
  if (!client) throw new Error("PlainClientContext is missing");
  return client;
}

/** Who is signed in, from the root loader; null on public pages. */
export const useMe = (): Me => (useRouteLoaderData("root") as { me: Me } | undefined)?.me ?? null;

/** The société this page was rendered for. */
export const useSociete = () => useMe()?.member ?? null;

/** Whether this person may, by the same table the procedures read. */
export const useCan = (permission: Permission): boolean => {
  const member = useSociete();
  return member !== null && isAllowed(member, permission);
};
