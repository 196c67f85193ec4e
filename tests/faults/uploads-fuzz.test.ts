import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsFr } from "../../app/problems-fr.ts";
import { aService, hasPages, type Service, serviceOrigin } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { type HostileFile, hostileFiles } from "./hostile-files.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let service: Service;
let societe: StaffedSociete;
beforeAll(async () => {
  console.log(`uploads: ${runs} files, FUZZ_SEED=${seed}`);
  service = await aService();
  societe = await aStaffedSociete(service, "Depot");
});
afterAll(() => service?.close());

const cookie = () => societe.staff.admin.cookie;
const logoOf = async () => {
  const answer = await service.request("/marque/logo.png", { headers: { cookie: cookie() } });
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null;
};

/** As the page sends it without JavaScript. */
function postForm({ name, type, bytes }: HostileFile): Promise<Response> {
  const form = new FormData();
  form.set("_procedure", "societe.setLogo");
  form.set("_form", "societe-setLogo");
  form.set("_societe", societe.id);
  form.set("logo", new File([bytes], name, { type }));
  return service.request("/reglages/marque", {
    method: "POST",
    body: form,
    headers: { cookie: cookie(), origin: serviceOrigin },
    redirect: "manual",
  });
}

const internals = /vips|sharp|node_modules|\.js:\d|Input (?:file|buffer)|TypeError|RangeError/i;

/** The sentence under the field of the file. */
const toldAtField = (html: string) =>
  /id="[^"]*\.logo-erreur">(?:<svg[\s\S]*?<\/svg>)?([^<]*)/.exec(html)?.[1];

const expected = [problemsFr.LOGO_INVALID, problemsFr.REQUIRED];

/** What was kept is a picture of ours, drawn anew. */
async function expectRedrawn(told: string): Promise<void> {
  const kept = await logoOf();
  expect(kept, told).not.toBeNull();
  if (!kept) return;
  const { format, width, height, exif } = await sharp(kept).metadata();
  expect({ format, exif }, told).toEqual({ format: "png", exif: undefined });
  expect(Math.max(width, height), told).toBeLessThanOrEqual(600);
  expect(/<script|<\?php|%PDF|OpenAction/.test(kept.toString("latin1")), told).toBe(false);
}

test.runIf(hasPages)(
  "a file that is no logo is refused in French at its field, changes nothing, and never fails",
  { timeout: 60_000 + runs * 500 },
  async () => {
    let taken = 0;
    for (const file of fc.sample(await hostileFiles(), { numRuns: runs, seed })) {
      const head = Buffer.from(file.bytes.subarray(0, 80)).toString("base64");
      const told = `${JSON.stringify(file.name.slice(0, 40))} ${file.type} ${file.bytes.length} bytes ${head}`;
      const before = await logoOf();
      const answer = await postForm(file);
      const html = await answer.text();
      if (answer.status === 303) {
        taken++;
        await expectRedrawn(told);
        continue;
      }
      expect(answer.status, told).toBe(422);
      expect(expected, told).toContain(toldAtField(html));
      expect(internals.test(html.replace(/<script[\s\S]*?<\/script>/g, "")), told).toBe(false);
      expect((await logoOf())?.toString("base64"), told).toBe(before?.toString("base64"));
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(runs);
  },
);

test("the same through the API names the field, whatever the encoding", async () => {
  const files = fc.sample(await hostileFiles(), { numRuns: Math.ceil(runs / 2), seed: seed + 1 });
  const send = (dataBase64: string) =>
    callProcedure(service, {
      path: "societe.setLogo",
      input: { dataBase64 },
      cookie: cookie(),
      societe: societe.id,
    });
  for (const { bytes } of files) {
    const answer = await send(Buffer.from(bytes).toString("base64"));
    if (answer.status === 200) continue;
    expect(answer.status).toBe(422);
    expect(answer.refusal).toBe("LOGO_INVALID");
    expect(answer.text).toContain('"field":"logo"');
    expect(internals.test(answer.text)).toBe(false);
  }
  for (const wrong of ["pas du base64 !", "data:image/png;base64,AAAA", "AAA", "\u0000"])
    expect((await send(wrong)).status).toBe(400);
  const heavy = await send(Buffer.alloc(2_200_000, 1).toString("base64"));
  expect(heavy).toMatchObject({ status: 422, refusal: "LOGO_TOO_LARGE" });
  expect(heavy.text).toContain('"field":"logo"');
});
