const raster: Record<string, string> = { png: "png", jpeg: "jpg", gif: "gif", webp: "webp" };

/** The picture in a `data:` URL (RFC 2397) as a file, when it is of a kind that mail shows; a copied page often has some. */
export function dataFile(url: string): File | undefined {
  const [, kind = "", content] = /^data:image\/(\w+);base64,([A-Za-z0-9+/=\s]+)$/i.exec(url) ?? [];
  const ending = raster[kind.toLowerCase()];
  if (!ending || !content) return undefined;
  const octets = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return new File([octets], `image.${ending}`, { type: `image/${kind.toLowerCase()}` });
}
