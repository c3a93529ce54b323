import type Sharp from "sharp";
import { log } from "../log";
import { discard, newTemp, settle, thumbPath } from "./store";

const EDGE = 480;
const MOST_PIXELS = 50_000_000;
const MOST_SECONDS = 10;
const AT_ONCE = 2;

let loading: Promise<typeof Sharp> | undefined;

/** The library comes with the first picture: it takes thirty megabytes. */
function pictures(): Promise<typeof Sharp> {
  loading ??= load();
  return loading;
}

async function load(): Promise<typeof Sharp> {
  const { default: sharp } = await import("sharp");
  // Only the readers of what we recognise: the library knows many more formats, and each is a parser of hostile bytes.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: [
      "VipsForeignLoadJpegFile",
      "VipsForeignLoadPngFile",
      "VipsForeignLoadWebpFile",
      "VipsForeignLoadNsgifFile",
    ],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

let working = 0;
const waiting: (() => void)[] = [];

/** Makes the small picture beside a stored one, upright and without what the camera wrote into it.
 * @returns false when the picture cannot be read, or is too large to be worth it */
export async function makeThumb(content: string, sha256: string): Promise<boolean> {
  if (working >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  working++;
  const temp = await newTemp();
  try {
    await shrink(content, temp);
    await settle(temp, thumbPath(sha256));
    return true;
  } catch (error) {
    log.info({ sha256, error: String(error) }, "no thumbnail");
    return false;
  } finally {
    await discard(temp);
    working--;
    waiting.shift()?.();
  }
}

async function shrink(content: string, temp: string): Promise<void> {
  const sharp = await pictures();
  await sharp(content, { failOn: "error", limitInputPixels: MOST_PIXELS, pages: 1 })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize(EDGE, EDGE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .toFile(temp);
}

/** Width and height of a stored picture as people see it, upright; null when it cannot be read. */
export async function sizeOfPicture(content: string): Promise<{ width: number; height: number } | null> {
  try {
    const sharp = await pictures();
    const { autoOrient } = await sharp(content, {
      failOn: "error",
      limitInputPixels: MOST_PIXELS,
    }).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    log.info({ error: String(error) }, "no picture");
    return null;
  }
}
