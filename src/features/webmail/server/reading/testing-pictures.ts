const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** The head of a PNG of that size in pixels. */
export const png = (width: number, height: number): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...[int(13), Buffer.from("IHDR"), int(width), int(height), Buffer.from([8, 2, 0, 0, 0]), int(0)],
  ]);

/** A whole GIF of one red pixel, which a browser shows. */
export const gif = Buffer.from("R0lGODlhAQABAPAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64");
