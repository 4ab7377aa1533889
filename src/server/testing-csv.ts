import { finished } from "node:stream/promises";
import type { Database } from "../../db/client";

/**
 * Has PostgreSQL read a CSV file (its `COPY` is a parser that nobody here wrote) and returns the lines behind the head, cell by cell.
 * `owner` is the superuser.
 */
export async function readCsv(owner: Database, file: string): Promise<string[][]> {
  const text = file.replace(/^\ufeff/, "");
  const width = text.slice(0, text.indexOf("\r\n")).split(",").length;
  const names = Array.from({ length: width }, (_, at) => `c${at}`);
  return owner.client.begin(async (sql) => {
    await sql`create temporary table cells (line serial) on commit drop`;
    for (const name of names) await sql`alter table cells add column ${sql(name)} text`;
    const into = await sql`copy cells (${sql(names)}) from stdin with (format csv, header true)`.writable();
    into.end(text);
    await finished(into);
    const rows = await sql<Record<string, string | null>[]>`select * from cells order by line`;
    return rows.map((row) => names.map((name) => row[name] ?? ""));
  });
}

/** As `csvCell` tells readers to. */
export const withoutApostrophe = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
