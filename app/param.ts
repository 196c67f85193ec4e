import { useParams } from "@remix-run/react";

type Args = { readonly params: Readonly<Record<string, string | undefined>> };

/** A parameter of the route, in its loader. */
export function param({ params }: Args, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no :${name}`);
  return value;
}

/** A parameter of the route, in its page. */
export const useParam = (name: string): string => param({ params: useParams() }, name);
