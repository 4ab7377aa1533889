/** As base64, without the begin that says of what type it is. Rejects when the file cannot be read. */
export function toBase64(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
  reader.addEventListener("error", () => reject(reader.error ?? new Error("the file cannot be read")));
  reader.readAsDataURL(file);
  return promise;
}

/** Octets; the server takes no more. */
export const largestFile = 5_000_000;
/** Of the begin, which is enough to tell how a file is written. */
export const previewBytes = 200_000;
