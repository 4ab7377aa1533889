import { mkdirSync } from "node:fs";
import postgres from "postgres";
import { openDatabase } from "../../db/client";
import { migrate } from "../../db/migrate";
import { listUsers } from "../features/users/server/list-users";
import { ListUsers } from "../features/users/schema";
import { UserCondition, UserSort } from "../features/users/schema/user-filter";
import { systemContext } from "../server/context";
import { startEmbeddedPostgres } from "../server/postgres/embedded-postgres";
import type { Services } from "../server/services";
import { fillUsers } from "./user-list-rows";

/**
 * What the list of a tenant with 100,000 mailbox users costs: the first page in every order and under every filter, and a page in the
 * middle and at the end of each order against its first. Prints milliseconds of the whole verb and the ratios, and fails when a first page takes
 * more than 50 ms (p95; a search 200) or a later one more than 1.2 times as long as the first. Milliseconds mean something on a quiet machine only.
 */
const users = 100_000;
const rounds = 25;
const root = ".cache/bench-postgres";

mkdirSync(root, { recursive: true });
const pg = await startEmbeddedPostgres(root);
const connect = (database: string) =>
  postgres({ host: pg.socketDir, port: 5432, user: pg.superuser, database, max: 1, onnotice() {} });
const database = `bench_${Date.now()}`;
const admin = connect("postgres");
await admin`create database ${admin(database)}`;
await migrate({ connection: { socketDir: pg.socketDir, user: pg.superuser, database }, appRole: "deftmail_app" });
const owner = connect(database);
const { tenantId, domainIds } = await fillUsers(owner, users);

const db = openDatabase({ socketDir: pg.socketDir, user: "deftmail_app", database, poolSize: 2 });
const services = { db, now: () => new Date(), rateLimit: async () => {} } as unknown as Services;
const ctx = systemContext(services, { script: "bench" }, tenantId);
const list = (input: object) => listUsers(ctx, ListUsers.parse(input));

type Times = { median: number; p95: number };
/** Measures some questions in turn, so that what else the machine does falls on all of them alike. */
async function time(...inputs: object[]): Promise<Times[]> {
  const taken = inputs.map((): number[] => []);
  for (let round = -3; round < rounds; round++)
    for (const [at, input] of inputs.entries()) {
      const start = performance.now();
      await list(input);
      if (round >= 0) taken[at]!.push(performance.now() - start);
    }
  return taken.map((times) => {
    times.sort((one, other) => one - other);
    return { median: times[rounds >> 1]!, p95: times[Math.floor(rounds * 0.95)]! };
  });
}

let failures = 0;
function said(name: string, { median, p95 }: Times, { first, most = 50 }: { first?: Times; most?: number } = {}) {
  const ratio = first && median / first.median;
  const isBad = ratio === undefined ? p95 > most : ratio > 1.2;
  if (isBad) failures++;
  const more = ratio === undefined ? "" : `  ${ratio.toFixed(2)} × the first`;
  const times = `median ${median.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms`;
  console.log(`${name.padEnd(34)} ${times}${more}${isBad ? "  TOO SLOW" : ""}`);
}

const columnOf: Record<UserSort, string> = {
  created: "(extract(epoch from created_at) * 1000000)::bigint::text",
  address: "address",
  name: "name_key",
  usage: "used_share::text",
  sign_in: "(extract(epoch from signed_in_at) * 1000000)::bigint::text",
};

/** Cursors half way through and near the end of an order. */
async function places(sort: UserSort): Promise<string[]> {
  const column = {
    created: "created_at",
    address: "address",
    name: "name_key",
    usage: "used_share",
    sign_in: "signed_in_at",
  }[sort];
  const order = ["address", "name"].includes(sort) ? "asc" : "desc";
  const found = await owner.unsafe<{ cursor: string }[]>(`select id || ' ' || ${columnOf[sort]} as cursor from
    (select *, row_number() over (order by ${column} ${order}, id ${order}) as at from mail_users where state <> 'deleted') as numbered
    where at in (${users / 2}, ${users - 200}) order by at`);
  return found.map(({ cursor }) => cursor);
}

for (const sort of UserSort.options) {
  const [middle, end] = await places(sort);
  const times = await time({ sort }, { sort, after: middle }, { sort, after: end });
  said(`by ${sort}`, times[0]!);
  said(`by ${sort}, in the middle`, times[1]!, { first: times[0] });
  said(`by ${sort}, near the end`, times[2]!, { first: times[0] });
}
for (const is of UserCondition.options) said(`only ${is}`, (await time({ is: [is] }))[0]!);
said("inactive for a year", (await time({ inactiveDays: 365 }))[0]!);
said("one domain of twenty", (await time({ domainId: domainIds[3] }))[0]!);
said("one domain, by usage", (await time({ domainId: domainIds[3], sort: "usage" }))[0]!);
// A search reads every address and name of the tenant.
for (const search of ["user", "u7777", "nobody at all"])
  said(`search "${search}"`, (await time({ search }))[0]!, { most: 200 });
said("search in a small domain", (await time({ search: "77", domainId: domainIds.at(-1) }))[0]!);

await db.close();
await owner.end();
await admin`drop database ${admin(database)} with (force)`;
await admin.end();
await pg.stop();
if (failures > 0) {
  console.log(`${failures} too slow`);
  process.exit(1);
}
