const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether secrets may be sent to `address`: over https, or over plain http when it never leaves this machine (RFC 8252 §8.3). */
export function isSafeUrl(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ownMachine.has(url.hostname));
}
