const inbox = "/mail/inbox";

/** What takes links for a mailbox, some of which go on only in a browser that is signed in. */
const links = "/welcome";

/** Where to go after signing in: a page for mailbox users, whatever an address was crafted to say. */
export const ownMailPath = (next: unknown): string =>
  next === links || (typeof next === "string" && /^\/mail(?:\/[\w\-.%]+){1,2}$/.test(next) && next !== "/mail/login")
    ? next
    : inbox;
