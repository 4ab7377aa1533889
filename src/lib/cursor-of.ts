/** The cursor that a page's address names, if it names one. */
export const cursorOf = (after: unknown): string | undefined =>
  typeof after === "string" && after !== "" ? after : undefined;
