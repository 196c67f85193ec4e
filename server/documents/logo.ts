import sharp from "sharp";
import { Refusal } from "#server/domain/refusal";
import { sha256Of } from "./archive.ts";

const LOGO_MAX_BYTES = 2 * 1024 * 1024;
const MAX_PIXELS = 16_000_000;
const SIDE = 600;
const ALLOWED = new Set(["jpeg", "png", "webp"]);

// Formats nobody needs for a logo, and whose decoders have had holes (GHSA-f88m-g3jw-g9cj): SVG, PDF, GIF, TIFF, HEIF…
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"],
});

/** A logo as documents and pages use it. */
export type Logo = {
  readonly sha256: string;
  /** PNG in sRGB, at most 600 × 600, without metadata. */
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
};

/**
 * Turn what was uploaded into a logo: decoded and drawn anew, so that nothing of the file itself survives (scripts,
 * metadata, a second file behind the image). What it yields always compiles into a document.
 *
 * @throws Refusal LOGO_TOO_LARGE (over 2 MB), LOGO_INVALID (no PNG, JPEG or WebP image, broken, over 16 megapixels)
 */
export async function encodeLogo(upload: Uint8Array): Promise<Logo> {
  if (upload.byteLength > LOGO_MAX_BYTES) throw refused("LOGO_TOO_LARGE", { megaoctets: 2 });
  try {
    const image = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 });
    const { format } = await image.metadata();
    if (!ALLOWED.has(format)) throw refused("LOGO_INVALID");
    const { data, info } = await image
      .rotate()
      .resize(SIDE, SIDE, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true });
    return { sha256: sha256Of(data), png: data, width: info.width, height: info.height };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw refused("LOGO_INVALID");
  }
}

/** Said at the field the file was chosen in. */
const refused = (code: "LOGO_INVALID" | "LOGO_TOO_LARGE", details: { megaoctets?: number } = {}) =>
  new Refusal(code, details, [{ field: "logo", code, details }]);
