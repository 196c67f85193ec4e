import { crc32, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";

/** A file as somebody may send it: what it is called and said to be need not be what it holds. */
export type HostileFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};

const signature = Buffer.from("89504e470d0a1a0a", "hex");

/** A PNG that announces these sizes, its sums right, and holds next to nothing. */
function pngAnnouncing(width: number, height: number, extra: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(1_000)));
  const end = chunk("IEND", Buffer.alloc(0));
  return Buffer.concat([signature, chunk("IHDR", header), extra, data, end]);
}

/** The frame of a real JPEG, its sizes overwritten. */
function jpegAnnouncing(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

const tails = [
  "<script>alert(1)</script>",
  "<?php system($_GET['c']); ?>",
  "PK\u0003\u0004archive",
  "%PDF-1.7\n1 0 obj\n<</OpenAction 1>>",
  "\u0000".repeat(4_096),
];

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';
const entities = `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">${[..."bcdefgh"]
  .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefg"[i]};`.repeat(10)}">`)
  .join("")}]><svg xmlns="http://www.w3.org/2000/svg"><text>&h;</text></svg>`;

/** Never a picture we take, whatever they are called. */
const strangers: readonly Buffer[] = [
  Buffer.from(svg),
  Buffer.from(`\ufeff<?xml version="1.0"?>\n${svg}`),
  gzipSync(svg),
  Buffer.from(entities),
  Buffer.from(
    '<svg xmlns:x="http://www.w3.org/1999/xlink"><image x:href="file:///etc/passwd"/></svg>',
  ),
  Buffer.from("<!doctype html><html><body onload=alert(1)>logo.png</body></html>"),
  Buffer.from("GIF89a/*\u0001\u0000*/=alert(1)//"),
  Buffer.from("%PDF-1.7\n%âãÏÓ\n"),
  Buffer.from("II*\u0000\b\u0000\u0000\u0000"),
  Buffer.from("BM\u0036\u0000\u0000\u0000"),
  Buffer.from("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "latin1"),
  Buffer.from("\u0000\u0000\u0000\u0018ftypavif", "latin1"),
  Buffer.from("8BPS\u0000\u0001"),
  Buffer.from("RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8L", "latin1"),
  Buffer.from("#!/bin/sh\nid\n"),
  signature,
  pngAnnouncing(20_000, 20_000),
  pngAnnouncing(2 ** 31 - 1, 1),
  pngAnnouncing(0, 0),
  pngAnnouncing(
    9,
    9,
    chunk("iCCP", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(5e7))])),
  ),
];

const bytes = (buffer: Buffer) => new Uint8Array(buffer);

/** Whole pictures, the same damaged or with something behind them, announced sizes, strangers and noise. */
export async function hostileFiles(): Promise<fc.Arbitrary<HostileFile>> {
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: "#1f5d45" } });
  const [png, jpeg, webp] = await Promise.all([
    image.clone().png().toBuffer(),
    image.clone().jpeg().toBuffer(),
    image.clone().webp().toBuffer(),
  ]);
  const whole = fc.constantFrom(png, jpeg, webp);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const size = fc.integer({ min: 1, max: 65_535 });
  const content = fc.oneof(
    { weight: 1, arbitrary: whole },
    {
      weight: 2,
      arbitrary: fc
        .tuple(whole, fc.constantFrom(...tails))
        .map(([file, tail]) => Buffer.concat([file, Buffer.from(tail)])),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(whole, place)
        .map(([file, at]) => file.subarray(0, Math.floor(at * file.length))),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(whole, place, fc.uint8Array({ minLength: 1, maxLength: 24 }))
        .map(([file, at, noise]) => spoiled(file, at, noise)),
    },
    { weight: 2, arbitrary: fc.tuple(size, size).map(([w, h]) => jpegAnnouncing(jpeg, w, h)) },
    { weight: 2, arbitrary: fc.tuple(size, size).map(([w, h]) => pngAnnouncing(w, h)) },
    { weight: 5, arbitrary: fc.constantFrom(...strangers) },
    {
      weight: 2,
      arbitrary: fc.uint8Array({ maxLength: 3_000 }).map((noise) => Buffer.from(noise)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(whole, fc.uint8Array({ maxLength: 200 }))
        .map(([file, noise]) => Buffer.concat([noise, file])),
    },
  );
  const names = [
    "logo.png",
    "logo.svg",
    "../../etc/passwd.png",
    "a.php\u0000.png",
    "x\r\nSet-Cookie: a=b.png",
    "",
    "é”\"'.jpg",
    "n".repeat(3_000),
  ];
  const types = ["image/png", "image/svg+xml", "text/html", "application/x-php", ""];
  return fc
    .tuple(content, fc.constantFrom(...names), fc.constantFrom(...types))
    .map(([made, name, type]) => ({ name, type, bytes: bytes(made) }));
}

function spoiled(file: Buffer, at: number, noise: Uint8Array): Buffer {
  const copy = Buffer.from(file);
  copy.set(
    noise.subarray(0, copy.length),
    Math.floor(at * (copy.length - Math.min(noise.length, copy.length))),
  );
  return copy;
}
