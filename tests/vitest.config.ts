import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "..");
const attacks = ["tests/isolation/**/*.test.ts", "tests/faults/**/*.test.ts"];
const together = {
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  root,
  test: {
    root,
    reporters: ["default", "json"],
    outputFile: { json: path.join(root, "build/test-report.json") },
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["tests/domain/**/*.test.ts"],
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          testTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: "integration",
          // Every folder but those of the other three: a new one is never left out.
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/domain/**", "tests/journeys/**", ...attacks],
          pool: "forks",
          // Each worker reads the server once: a file keeps what it changes to itself, or puts it back.
          isolate: false,
          ...together,
        },
      },
      {
        root,
        test: {
          name: "attacks",
          // Minutes of calls to one service: in a process of its own, without what the other files leave in memory.
          include: attacks,
          pool: "forks",
          ...together,
        },
      },
      {
        root,
        test: {
          name: "e2e",
          include: ["tests/journeys/**/*.test.ts"],
          pool: "forks",
          // A journey mostly waits for its page: three at a time on two cores.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ["tests/support/server-setup.ts"],
        },
      },
    ],
  },
});
