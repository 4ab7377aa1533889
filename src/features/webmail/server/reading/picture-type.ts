import { imageSize } from "image-size";

/** Beyond it a browser would need gigabytes to show the picture. */
const maxPixels = 50_000_000;

const ascii = (bytes: Uint8Array, start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));

/** The type that the first octets show; what the server of the picture calls it is its own business. */
function sniffed(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === "PNG\r\n\x1a\n") return "image/png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "image/gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  return /^ftypavi[fs]$/.test(ascii(bytes, 4, 12)) ? "image/avif" : null;
}

/** The type of a picture that a browser may show; null for everything else, SVG and absurdly large ones among it. Nothing is decoded. */
export function pictureType(bytes: Uint8Array): string | null {
  const type = sniffed(bytes);
  if (!type) return null;
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 && width * height <= maxPixels ? type : null;
  } catch {
    return null;
  }
}
