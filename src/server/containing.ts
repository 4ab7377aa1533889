/** A pattern for `ilike` that finds `text` anywhere: `%` and `_` are letters like all others in what people search for. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
