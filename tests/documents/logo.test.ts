import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sha256Of } from "#server/documents/archive";
import { encodeLogo } from "#server/documents/logo";
import { pdfText } from "../support/pdf-text.ts";
import { aSnapshot, templates } from "../support/printed-kinds.ts";
import { aJob, aLogo, aRenderer } from "./a-renderer.ts";

const image = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 0.5 } },
  });

test("PNG, JPEG and WebP of any shape, depth and colour space become a bounded PNG that documents can hold", async () => {
  const renderer = await aRenderer();
  const uploads = [
    await image(1200, 300).png().toBuffer(),
    await image(300, 1200).webp().toBuffer(),
    await image(40, 40).flatten().jpeg().toBuffer(),
    await image(900, 900).flatten().toColourspace("cmyk").jpeg().toBuffer(),
    await image(50, 50).toColourspace("rgb16").png().toBuffer(),
    await image(50, 50).greyscale().png({ palette: true }).toBuffer(),
  ];
  for (const [i, upload] of uploads.entries()) {
    const logo = await encodeLogo(upload);
    expect(logo.sha256).toBe(sha256Of(logo.png));
    expect(Math.max(logo.width, logo.height)).toBeLessThanOrEqual(600);
    expect(await sharp(logo.png).metadata()).toMatchObject({ format: "png", depth: "uchar" });
    const snapshot = aSnapshot({ marque: { template: templates[i % 3] ?? "sobre" } });
    const [page] = await pdfText(await renderer.pdf(aJob(snapshot, { logo: logo.png })));
    expect(page).toContain("Net à payer");
  }
});

test("the same upload is always the same logo", async () => {
  const upload = await image(700, 500).png().toBuffer();
  expect((await encodeLogo(upload)).sha256).toBe((await encodeLogo(upload)).sha256);
});

test("nothing of the uploaded file survives but its picture", async () => {
  const upload = await image(80, 60)
    .flatten()
    .withExif({ IFD0: { Copyright: "secret-of-the-file" } })
    .jpeg()
    .toBuffer();
  const polyglot = Buffer.concat([upload, Buffer.from("<script>alert(1)</script>")]);
  const { png } = await encodeLogo(polyglot);
  expect(png.includes("script")).toBe(false);
  expect(png.includes("secret-of-the-file")).toBe(false);
});

/** A PNG of 400 megapixels in a few bytes. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(20_000, 0);
  header.writeUInt32BE(20_000, 4);
  header.set([8, 2], 8);
  const data = deflateSync(Buffer.alloc(1000));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("what is no picture, is broken, or is a format not accepted, is refused", async () => {
  const png = await aLogo();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';
  const refused = [
    Buffer.alloc(0),
    Buffer.from("<html><body>logo.png</body></html>"),
    Buffer.from(svg),
    Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
    Buffer.from("%PDF-1.7\n"),
    png.subarray(0, png.length / 2),
    bomb(),
  ];
  for (const upload of refused) {
    await expect(encodeLogo(upload)).rejects.toMatchObject({ code: "LOGO_INVALID" });
  }
  await expect(encodeLogo(Buffer.alloc(2 * 1024 * 1024 + 1))).rejects.toMatchObject({
    code: "LOGO_TOO_LARGE",
  });
});
