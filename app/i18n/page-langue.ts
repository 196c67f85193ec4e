import { createContext } from "react";
import type { Langue } from "#server/domain/langue";

export type PageLangue = { readonly langue: Langue; readonly catalogue: string };

/** The language of the page, and where its sentences are; the browser reads both from the page itself. */
export const PageLangueContext = createContext<PageLangue>({ langue: "fr", catalogue: "" });
