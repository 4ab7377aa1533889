/** The files of a ZIP that is not compressed, by name, as its central directory names them (APPNOTE 4.3.12). Checks each CRC. */
export function readZip(archive: Uint8Array): Record<string, string> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: Record<string, string> = {};
  for (let at = 0; at < archive.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = archive.subarray(start, start + size);
    if (Bun.hash.crc32(content) !== view.getUint32(at + 16, true)) throw new Error(`${name} is damaged`);
    files[name] = new TextDecoder().decode(content);
  }
  return files;
}
