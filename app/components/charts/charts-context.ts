import { createContext } from "react";
import type { charts } from "./charts";

export type Charts = typeof charts;

/** What draws the charts, on the server; null in the browser, which fetches it when it has one to draw. */
export const ChartsContext = createContext<Charts | null>(null);
