import { startBenchServer } from "./bench-server.ts";
import { pssMb } from "./process-stats.ts";
import { median, round2 } from "./summarize.ts";
import { atMost, type WorkloadResult } from "./workload.ts";

const starts = 5;

/** W1: from the spawn of the built app to the first right `/connexion`, on the seeded data. */
export async function measureColdStart(dataDir: string): Promise<WorkloadResult> {
  const times: number[] = [];
  const memory: number[] = [];
  for (let i = 0; i < starts; i++) {
    const server = await startBenchServer(dataDir);
    times.push(server.startMs);
    memory.push(pssMb(server.pid));
    await server.end("SIGTERM");
  }
  const medianMs = Math.round(median(times));
  return {
    workload: "W1",
    figures: { median_ms: medianMs, all_ms: times.map(round2), pss_mb: median(memory) },
    limits: [atMost("start, ms", medianMs, 1_500)],
  };
}
