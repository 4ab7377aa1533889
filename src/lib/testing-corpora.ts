import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the test corpora lie. */
export const corporaFolder = process.env.CORPORA_DIR ?? join(import.meta.dir, "../../../shared/corpora");

/**
 * Rows of a JSON-lines file of the test corpora, `name` relative to their folder (`CORPORA_DIR` says where that is). Throws when the file is
 * missing: a test whose data is not there has to fail.
 */
export function corpusRows<Row>(name: string): Row[] {
  const text = readFileSync(join(corporaFolder, name), "utf8");
  const rows = text.split("\n").flatMap((line) => (line.trim() ? [JSON.parse(line) as Row] : []));
  if (rows.length === 0) throw new Error(`the corpus ${name} is empty`);
  return rows;
}
