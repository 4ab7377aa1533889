/** A Content-Disposition (RFC 6266) that has `name` downloaded; whatever is in the name stays in it (RFC 8187 section 3.2.1). */
export const asDownload = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percentEncoded)}`;

const percentEncoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
