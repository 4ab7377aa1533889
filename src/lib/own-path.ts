/** Where to go after signing in: a page of the panel, whatever an address was crafted to say. */
export const ownPath = (next: unknown): string =>
  typeof next === "string" && /^\/admin(?:[/?][\w\-./?=&%]*)?$/.test(next) && !next.includes("//") ? next : "/admin";
