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
    // The operator's scripts, for an image that has neither sources nor tsx.
    backup: "scripts/backup.ts",
    restore: "scripts/restore.ts",
    "migrate-tenants": "scripts/migrate-tenants.ts",
    "create-super-admin": "scripts/create-super-admin.ts",
    "sync-plans": "scripts/sync-plans.ts",
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
