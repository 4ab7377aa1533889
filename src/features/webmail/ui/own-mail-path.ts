const inbox = "/mail/inbox";

/** Where to go after signing in: a page of the webmail, whatever an address was crafted to say. */
export const ownMailPath = (next: unknown): string =>
  typeof next === "string" && /^\/mail(?:\/[\w\-.%]+){1,2}$/.test(next) && next !== "/mail/login" ? next : inbox;
