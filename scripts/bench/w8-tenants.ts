import { cp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { dataPaths } from "#server/tenancy/paths";
import type { Installation } from "./prepare-installation.ts";
import {
  admitStaff,
  type Dose,
  measureAll,
  rateOfCopies,
  rateOfProvisions,
} from "./provision-many.ts";
import { median, round2 } from "./summarize.ts";
import { measureConsole } from "./w8-console.ts";
import { measureOpened } from "./w8-opened.ts";
import { withDoors } from "./with-doors.ts";
import { atLeast, atMost, type WorkloadResult } from "./workload.ts";

/** Sociétés of the small service the console is compared with. */
const few = 100;
/** A round: those registered one after the other, then those eight at a time. */
const doses = { one: { count: 50, together: 1 }, eight: { count: 500, together: 8 } } as const;
type Rates = Readonly<
  Record<keyof typeof doses, { readonly made: number; readonly copied: number }>
>;

/** W8: a service of many sociétés, beside the data of the other workloads. */
export async function measureTenants(
  { dataDir }: Installation,
  count: number,
  tell: (line: string) => void,
): Promise<WorkloadResult> {
  const small = `${dataDir}-few`;
  await rm(small, { recursive: true, force: true });
  await withDoors(dataDir, async (doors) => {
    await admitStaff(doors);
    await rateOfProvisions(doors, 0, { count: few, together: 8 });
    await measureAll(doors);
  });
  await cp(dataDir, small, { recursive: true });
  const rounds = await provisionRounds(dataDir, count, tell);
  tell("measuring starts, cold sociétés and the console…");
  const places = { many: dataDir, few: small };
  const opened = await measureOpened(places, count);
  const console = await measureConsole(places);
  const ratio = ratioOf(rounds, "eight");
  const growth = opened.pss_all_mb - opened.pss_start_mb;
  return {
    workload: "W8",
    figures: {
      ...{ societes: count, bytes_each: await bytesOfTemplate(dataDir) },
      made_s: rounds.map(({ eight }) => round2(eight.made)),
      copied_s: rounds.map(({ eight }) => round2(eight.copied)),
      of_copy: ratio,
      of_copy_one_by_one: ratioOf(rounds, "one"),
      ...opened,
      console,
    },
    limits: [
      atLeast("provisioning eight at a time, of a copy on disk", ratio, 0.5),
      atMost("start, ms", opened.start_ms, 1_500),
      atMost("cold société above the list of W3, p95 ms", opened.cold_above_ms, 2),
      atMost("memory of having touched all, MB", growth, 150),
      atMost("console, procedure, of a few sociétés", console.procedure.ratio, 1.5),
      atMost("console, page, of a few sociétés", console.page.ratio, 1.5),
    ],
  };
}

const ratioOf = (rounds: readonly Rates[], together: keyof Rates): number =>
  round2(median(rounds.map(({ [together]: { made, copied } }) => made / copied)));

/** Rounds of provisioning and of its limit, one after the other, until there are `count` sociétés. */
async function provisionRounds(dataDir: string, count: number, tell: (line: string) => void) {
  const rounds: Rates[] = [];
  const template = await templateOf(dataDir);
  const folder = `${dataDir}-copies`;
  await withDoors(dataDir, async (doors) => {
    let made = few;
    const rates = async ({ count: wanted, together }: Dose) => {
      const dose = { count: Math.min(wanted, count - made), together };
      const copied = await rateOfCopies(folder, template, dose);
      await rm(folder, { recursive: true });
      const rate = await rateOfProvisions(doors, made, dose);
      made += dose.count;
      return { copied, made: rate };
    };
    while (made + doses.one.count < count) {
      const round = { one: await rates(doses.one), eight: await rates(doses.eight) };
      rounds.push(round);
      const { made: rate, copied } = round.eight;
      tell(`${made} of ${count} sociétés: ${round2(rate)}/s, copies ${round2(copied)}/s`);
    }
    await rates({ count: count - made, together: 8 });
    await measureAll(doors);
  });
  return rounds;
}

async function templateOf(dataDir: string): Promise<Uint8Array> {
  const { root } = dataPaths(dataDir);
  const name = (await readdir(root)).find((file) => /^modele-.*\.db$/.test(file)) ?? "";
  return readFile(path.join(root, name));
}

const bytesOfTemplate = async (dataDir: string) => (await templateOf(dataDir)).byteLength;
