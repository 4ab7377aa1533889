/** An IPv4 address as such, also where the socket speaks of it as an IPv6 one (RFC 4291 section 2.5.5.2). */
export const plainIp = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");
