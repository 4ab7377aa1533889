import { mkdirSync } from "node:fs";
import postgres from "postgres";
import { migrate } from "../../db/migrate";
import { startEmbeddedPostgres } from "../server/postgres/embedded-postgres";

/**
 * What an authenticated query costs: token check, context, a row-level-secured transaction with one point select, against the same
 * select behind a bare handler. Prints CPU per request of the server process for both, and their ratio, round by round in turn.
 */
const rounds = 5;
const requests = 3000;
const concurrency = 16;
const root = ".cache/bench-postgres";

mkdirSync(root, { recursive: true });
const pg = await startEmbeddedPostgres(root);
const connect = (database: string) =>
  postgres({ host: pg.socketDir, port: 5432, user: pg.superuser, database, max: 1, onnotice() {} });
const name = `bench_${Date.now()}`;
const admin = connect("postgres");
await admin`create database ${admin(name)}`;
await migrate({ connection: { socketDir: pg.socketDir, user: pg.superuser, database: name }, appRole: "deftmail_app" });
const [tenantId, domainId, mailUserId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
const owner = connect(name);
await owner`insert into tenants (id, name) values (${tenantId}, 'Bench')`;
await owner`insert into domains (id, tenant_id, name, proof_token) values (${domainId}, ${tenantId}, 'b.test', 't')`;
await owner`insert into mail_users (id, tenant_id, domain_id, local_part, address, password_hash, quota_bytes)
  values (${mailUserId}, ${tenantId}, ${domainId}, 'a', 'a@b.test', '-', 1)`;

async function start(kind: "bare" | "api") {
  const user = kind === "bare" ? pg.superuser : "deftmail_app";
  const child = Bun.spawn(
    [process.execPath, `${import.meta.dir}/query-cost-server.ts`, kind, pg.socketDir, name, user, tenantId, mailUserId],
    { stdout: "pipe", stderr: "inherit" },
  );
  const { value } = await child.stdout.getReader().read();
  const { port, token } = JSON.parse(new TextDecoder().decode(value)) as { port: number; token: string };
  const base = `http://127.0.0.1:${port}`;
  const url = kind === "bare" ? `${base}/` : `${base}/api/trpc/webmail.me`;
  const cpu = async () => (await (await fetch(`${base}/cpu`)).json()) as { user: number; system: number };

  const load = async (count: number) => {
    let left = count;
    const client = async () => {
      while (left-- > 0) {
        const response = await fetch(url, { headers: { cookie: `mail=${token}` } });
        if (!response.ok) throw new Error(`${kind}: ${response.status} ${await response.text()}`);
        await response.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: concurrency }, client));
  };
  const measure = async (count: number): Promise<number> => {
    const before = await cpu();
    await load(count);
    const after = await cpu();
    return (after.user + after.system - before.user - before.system) / count;
  };
  return { measure, stop: () => child.kill() };
}

const [bare, api] = [await start("bare"), await start("api")];
for (const server of [bare, api]) await server.measure(requests);
const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const [a, b] = [await bare.measure(requests), await api.measure(requests)];
  ratios.push(b / a);
  console.log(
    `round ${round}: bare ${a.toFixed(0)} µs, authenticated query ${b.toFixed(0)} µs, ratio ${(b / a).toFixed(2)}`,
  );
}
console.log(`median ratio ${ratios.toSorted((x, y) => x - y)[rounds >> 1]!.toFixed(2)}`);
bare.stop();
api.stop();
await owner.end();
await admin`drop database ${admin(name)} with (force)`;
await admin.end();
await pg.stop();
