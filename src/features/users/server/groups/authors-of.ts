import { addressParser } from "postal-mime";
import { fieldValues, type SplitMessage } from "./header-fields";

/** The addresses that a message names as its authors, lower case; a message with two From fields has none that could be believed. */
export function authorsOf(message: SplitMessage): string[] {
  const values = fieldValues(message, "from");
  if (values.length !== 1) return [];
  return addressParser(values[0]!, { flatten: true }).flatMap(({ address }) =>
    address ? [address.toLowerCase()] : [],
  );
}
