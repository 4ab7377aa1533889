const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const signsOfProxies = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** Whether a request comes from the machine that answers it: from its own address, to its own name, and passed on by nobody. */
export const isLocal = (request: Request, ip: string): boolean =>
  loopback.has(ip) &&
  ownNames.has(URL.parse(request.url)?.hostname ?? "") &&
  !signsOfProxies.some((name) => request.headers.has(name));
