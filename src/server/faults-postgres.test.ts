import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../db/client";
import { migrate } from "../../db/migrate";
import { until } from "../lib/testing-until";
import { startEmbeddedPostgres } from "./postgres/embedded-postgres";
import { testServices } from "./testing";
import { serve, webBrowser } from "./testing-web-browser";

setDefaultTimeout(90_000);

const root = mkdtempSync(new URL("../../.cache/faults-", import.meta.url).pathname);
const server = await startEmbeddedPostgres(root);
const superuser = { socketDir: server.socketDir, user: "postgres", database: "postgres" };
await migrate({ connection: superuser, appRole: "deftmail_app" });
const { services, kv } = await testServices();
const db = openDatabase({ ...superuser, user: "deftmail_app", poolSize: 10 });
const unlimited = { ...services, db, rateLimit: async () => {} };
const app = serve(unlimited, kv);
const password = "a long walk at dusk";

afterAll(async () => {
  await db.close();
  await (await startEmbeddedPostgres(root)).stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 20 });
});

/** Ends the server and all that it has started at once, as a power cut would. */
function killPostgres(): void {
  const pid = Number(readFileSync(join(root, "data/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

/** Signs people up, four at a time, until `isOver`; the statuses of the answers and who was told that they are in. */
async function signPeopleUp(isOver: () => boolean) {
  const [statuses, told] = [[] as number[], [] as string[]];
  const worker = async (n: number) => {
    for (let i = 0; !isOver(); i++) {
      const email = `p${n}-${i}-${Bun.randomUUIDv7()}@acme.example`;
      const { status } = await webBrowser(app.url).call("auth.signUp", { company: "Acme", email, password });
      statuses.push(status);
      if (status === 200) told.push(email);
      else await Bun.sleep(20);
    }
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  return { statuses, told };
}

test("V16.5.2 a database that is killed costs a 503 and no half transaction, and ten seconds after it is back all goes on", async () => {
  const owner = webBrowser(app.url);
  await owner.call("auth.signUp", { company: "Acme", email: "ana@acme.example", password });
  let isOver = false;
  const load = signPeopleUp(() => isOver);
  let downMs = 0;
  for (let round = 0; round < 2; round++) {
    await Bun.sleep(600);
    killPostgres();
    await until(async () => (await owner.call("auth.me")).status !== 200);
    const away = await owner.call("auth.me");
    expect([away.status, away.failure]).toEqual([503, "service.unavailable"]);
    // Long enough for every connection to have been tried in vain again and again.
    await Bun.sleep(2000);
    await startEmbeddedPostgres(root);
    const back = performance.now();
    await until(async () => (await owner.call("auth.me")).status === 200, 20_000);
    downMs = Math.max(downMs, performance.now() - back);
  }
  isOver = true;
  const { statuses, told } = await load;
  expect([...new Set(statuses)].sort()).toEqual([200, 503]);
  expect(downMs).toBeLessThan(10_000);

  const look = openDatabase({ ...superuser, poolSize: 1 });
  const rows = await look.client<{ email: string; whole: boolean; sessions: number; audited: number }[]>`
    select p.email,
      u.id is not null and t.id is not null as whole,
      (select count(*)::int from sessions s where s.person_id = p.id) as sessions,
      (select count(*)::int from audit_logs a where a.tenant_id = t.id) as audited
    from people p left join users u on u.person_id = p.id left join tenants t on t.id = u.tenant_id`;
  const [loose] = await look.client<{ count: number }[]>`
    select count(*)::int from tenants t where not exists (select 1 from users u where u.tenant_id = t.id)`;
  await look.close();
  const kept = new Set(rows.map(({ email }) => email));
  expect(told.filter((email) => !kept.has(email))).toEqual([]);
  expect(rows.filter((row) => !row.whole || row.sessions !== 1 || row.audited !== 2)).toEqual([]);
  expect([loose?.count, told.length > 5]).toEqual([0, true]);
});
