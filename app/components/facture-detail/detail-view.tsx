import { createContext, useContext } from "react";
import type { RouterOutputs } from "../../trpc";

export type DetailView = RouterOutputs["factures"]["get"] & {
  readonly today: string;
  /** Number of the next avoir. */
  readonly nextAvoir: string;
  /** What this person's role allows here. */
  readonly can: { readonly draft: boolean; readonly issue: boolean; readonly record: boolean };
  /** Of this page: an act repeated from it is one act. */
  readonly actKey: string;
};

const DetailContext = createContext<DetailView | null>(null);
export const DetailProvider = DetailContext.Provider;

/** The issued document the page is about. */
export function useDetail(): DetailView {
  const view = useContext(DetailContext);
  if (!view) throw new Error("DetailProvider is missing");
  return view;
}

/** What has been received and not given back; 0 on an avoir. */
export const receivedOf = ({ settlement }: Pick<DetailView, "settlement">) =>
  settlement?.regleTtc ?? 0;
