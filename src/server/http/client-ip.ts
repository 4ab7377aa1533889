import { isIP } from "node:net";

/** A socket that listens for both families names IPv4 peers in the form of RFC 4291 section 2.5.5.2. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");

/** Who is asking: the socket's address, or what a trusted proxy says of it (the last address that it did not add itself). */
export function clientIp(request: Request, socketAddress: string, trustedProxies: string[]): string {
  const peer = plain(socketAddress);
  if (!trustedProxies.includes(peer)) return peer;
  const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => plain(part.trim()));
  const client = forwarded.reverse().find((address) => !trustedProxies.includes(address)) ?? "";
  return isIP(client) ? client : peer;
}
