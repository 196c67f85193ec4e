import { useParams } from "@remix-run/react";

/** A parameter the page's own route is sure to have. */
export function useParam(name: string): string {
  const value = useParams()[name];
  if (value === undefined) throw new Error(`the route has no :${name}`);
  return value;
}
