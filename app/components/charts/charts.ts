import { BarsChart } from "./bars-chart";
import { TurnoverChart } from "./turnover-chart";

/** All that draws with visx; in the browser, a file of its own. */
export const charts = { bars: BarsChart, turnover: TurnoverChart } as const;
