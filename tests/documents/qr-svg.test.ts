import decodeQR from "@paulmillr/qr/decode.js";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { qrSvg } from "#server/documents/qr-svg";
import { transferPayload } from "#server/documents/transfer-payload";
import { aSnapshot, printedKinds } from "../support/printed-kinds.ts";

/** The product reads no SVG with sharp, and closes that door for its whole process; this file draws one to read it. */
sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
afterAll(() => sharp.block({ operation: ["VipsForeignLoadSvg"] }));

async function scan(svg: string): Promise<string> {
  const side = 600;
  const { data, info } = await sharp(Buffer.from(svg), { density: 1200 })
    .resize(side, side, { kernel: "nearest" })
    .flatten({ background: "#ffffff" })
    .extend({ top: 80, bottom: 80, left: 80, right: 80, background: "#ffffff" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

test("a bank reads from the code what the facture says: who, where to, how much, why", async () => {
  const payload = transferPayload(aSnapshot()) ?? expect.fail("no payload");
  expect((await scan(qrSvg(payload))).split("\n")).toEqual([
    ...["BCD", "002", "1", "SCT", "AGRIFRPP", "Atelier Dupont", "FR7630006000011234567890189"],
    ...["EUR120.00", "", "", "F-2026-00057"],
  ]);
});

test("an avoir, a brouillon and a société without IBAN show no code", () => {
  const snapshot = aSnapshot();
  const avoir = printedKinds.find(([kind]) => kind.startsWith("avoir"))?.[1]({});
  expect(transferPayload(avoir ?? expect.fail())).toBeNull();
  expect(transferPayload({ ...snapshot, number: "" })).toBeNull();
  const emetteur = { ...snapshot.emetteur, iban: "", bic: "" };
  expect(transferPayload({ ...snapshot, emetteur })).toBeNull();
});
