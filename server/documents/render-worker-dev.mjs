// The worker as it is started from sources (development, tests): a thread does not inherit the loader of TypeScript.
import { register } from "tsx/esm/api";

register();
export const { renderPdf, renderSvg } = await import("./render-worker.ts");
