import type { Filter } from "./object-kind";

/** Every word of the query must occur in one of the properties, in any case. */
export const textFilter =
  (...properties: string[]): Filter =>
  (object, value) => {
    const text = properties
      .map((name) => String(object[name] ?? ""))
      .join("\n")
      .toLowerCase();
    return String(value)
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  };
