import { createHash, timingSafeEqual } from "node:crypto";
import type { Context as HonoContext } from "hono";
import type { Doors } from "#server/doors";
import { diskFree } from "#server/flotte/disk-free";
import { readFleetHealth } from "#server/flotte/read-fleet-health";

export const metricsPath = "/metrics";

type Metric = readonly [name: string, help: string, value: number | null];

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/**
 * `/metrics` in the text format of Prometheus (0.0.4), for who holds `METRICS_TOKEN`; without that variable there is no such
 * page. No société is named: a label per société would grow without end.
 */
export function metricsRoute(doors: Doors) {
  const { METRICS_TOKEN } = doors.env;
  if (METRICS_TOKEN === undefined) return (c: HonoContext) => c.notFound();
  const expected = sha256(`Bearer ${METRICS_TOKEN}`);
  return async (c: HonoContext) => {
    if (!timingSafeEqual(sha256(c.req.header("authorization") ?? ""), expected))
      return c.notFound();
    const metrics = [
      ...fleetMetrics(await readFleetHealth(doors.control, doors.clock().at)),
      ...processMetrics(doors),
      [
        "facturepro_disk_free_ratio",
        "Of the data directory's disk.",
        (await diskFree(doors.env.DATA_DIR)).ratio,
      ],
    ] satisfies Metric[];
    const body = metrics.flatMap(lineOf).join("\n");
    return c.body(`${body}\n`, 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  };
}

function fleetMetrics(fleet: Awaited<ReturnType<typeof readFleetHealth>>): Metric[] {
  return [
    ["facturepro_societes", "Sociétés served.", fleet.societes],
    ["facturepro_societes_unavailable", "Whose database does not open.", fleet.unavailable],
    ["facturepro_societes_to_migrate", "Not known to be at the schema.", fleet.toMigrate],
    ["facturepro_backup_age_seconds", "Since the last backup began.", fleet.backupAge],
    ["facturepro_copies_failed", "Sociétés whose last copy failed.", fleet.copiesFailed],
    ["facturepro_rehearsals_failed", "Copies that would not restore.", fleet.rehearsalsFailed],
    ["facturepro_outbox_waiting", "Mails to send.", fleet.mailsWaiting],
    ["facturepro_outbox_oldest_seconds", "Age of the oldest of them.", fleet.oldestMail],
    ["facturepro_events_failed", "Events of Stripe given up.", fleet.eventsFailed],
  ];
}

function processMetrics(doors: Doors): Metric[] {
  const { requests: counts, lag } = doors.veille;
  return [
    ["facturepro_event_loop_lag_seconds", "p99 of the last seconds.", lag()],
    ["facturepro_memory_bytes", "Resident set.", process.memoryUsage.rss()],
    ["facturepro_uptime_seconds", "Since the start.", process.uptime()],
    ["facturepro_requests_running", "Being worked on.", counts.running],
    ["facturepro_requests_total", "Answered since the start.", counts.answered],
    ["facturepro_requests_shed_total", "Refused for overload since the start.", counts.shed],
    ["facturepro_streams", "Live streams open.", doors.auth.streams.count()],
    ["facturepro_open_databases", "Of sociétés, kept open.", doors.tenancy.stats().open],
  ];
}

/** What is not known has no line: zero would be a lie. */
function lineOf([name, help, value]: Metric): string[] {
  if (value === null) return [];
  const type = name.endsWith("_total") ? "counter" : "gauge";
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
