import { createContext } from "react";

/** Nonce of the page's Content-Security-Policy; by context, so that it never enters the hydrated data. */
export const NonceContext = createContext<string | undefined>(undefined);
