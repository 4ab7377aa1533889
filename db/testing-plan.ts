import { type SQLWrapper, sql } from "drizzle-orm";
import type { Transaction } from "./client";

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

const wholeReads = ({ "Node Type": type, "Relation Name": table, Plans: parts = [] }: Plan): string[] => [
  ...(type === "Seq Scan" && table ? [table] : []),
  ...parts.flatMap(wholeReads),
];

/** The tables that PostgreSQL would read from end to end to answer `query` in this transaction, row-level security included. */
export async function tablesReadWhole(tx: Transaction, query: SQLWrapper): Promise<string[]> {
  const [row] = await tx.execute<{ "QUERY PLAN": [{ Plan: Plan }] }>(sql`explain (format json) ${query}`);
  return wholeReads(row!["QUERY PLAN"][0].Plan);
}
