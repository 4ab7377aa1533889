/** Where to go after signing in: a page of the panel, or that of a link one came with, whatever an address was crafted to say. */
export const ownPath = (next: unknown): string =>
  typeof next === "string" && /^\/(?:invite|confirm|admin(?:[/?][\w\-./?=&%]*)?)$/.test(next) && !next.includes("//")
    ? next
    : "/admin";
