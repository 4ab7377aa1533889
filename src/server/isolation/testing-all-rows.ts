import type { Database } from "../../../db/client";

type Column = { table: string; column: string };

/** Names of all tables of ours, as the catalogue has them. */
export async function allTables({ client }: Database): Promise<string[]> {
  const rows = await client<{ name: string }[]>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`;
  return rows.map(({ name }) => name);
}

/** By which column each table says whose a row is; tables that say nothing are left out. */
export async function ownerColumns({ client }: Database): Promise<Column[]> {
  const columns = await client<Column[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('tenant_id', 'person_id') order by 1, 2`;
  return [...columns, { table: "tenants", column: "id" }, { table: "people", column: "id" }];
}

/** Every row of every table as text, read as superuser; `of` narrows it to the rows of some tenants and persons. */
export async function allRows(owner: Database, of?: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const columns = await ownerColumns(owner);
  for (const table of await allTables(owner)) {
    const { client } = owner;
    const rows = await client<{ row: Record<string, unknown>; text: string }[]>`
      select to_jsonb(t) as row, to_jsonb(t)::text as text from ${client(table)} t order by 2`;
    const own = columns.filter((one) => one.table === table);
    const kept = of ? rows.filter(({ row }) => own.some(({ column }) => of.includes(String(row[column])))) : rows;
    found[table] = kept.map(({ text }) => text);
  }
  return found;
}
