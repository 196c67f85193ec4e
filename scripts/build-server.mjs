/** npm run build (second half) — bundle the server beside the Remix build. */
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");

await build({
  absWorkingDir: root,
  entryPoints: {
    main: "server/main.ts",
    "render-worker": "server/documents/render-worker.ts",
    "copy-worker": "server/tenancy/copy-worker.js",
  },
  outdir: "build",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  minifySyntax: true,
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
});
