/** Who is asking: the socket's address, or what a trusted proxy says of it (the last address that it did not add itself). */
export function clientIp(request: Request, socketAddress: string, trustedProxies: string[]): string {
  if (!trustedProxies.includes(socketAddress)) return socketAddress;
  const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return forwarded.reverse().find((address) => address && !trustedProxies.includes(address)) ?? socketAddress;
}
