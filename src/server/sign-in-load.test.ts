import { expect, setDefaultTimeout, test } from "bun:test";
import { availableParallelism, loadavg } from "node:os";
import { createTenant } from "~/features/auth/server/create-tenant";
import { testServices } from "./testing";
import { serve, webBrowser } from "./testing-web-browser";

setDefaultTimeout(120_000);

const { services, kv } = await testServices();
const app = serve({ ...services, rateLimit: async () => {} }, kv);
const account = { email: "ana@acme.example", password: "a long walk at dusk" };
await createTenant(services, "test", { company: "Acme", ...account });
const member = webBrowser(app.url);
await member.call("auth.signIn", account);

/** Nobody notices a wait below this, whatever it is a multiple of; milliseconds. */
const unnoticedMs = 150;
const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

/** Milliseconds that a signed-in member waits for an answer, one request after the other, as long as `isOver` says no. */
async function waits(isOver: (asked: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver(times.length)) {
    const begun = performance.now();
    expect((await member.call("auth.me")).status).toBe(200);
    times.push(performance.now() - begun);
    await Bun.sleep(2);
  }
  return times;
}

async function burst() {
  const idle = await waits((asked) => asked === 150);
  const before = process.memoryUsage.rss();
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 10);
  let isOver = false;
  const signIns = Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      webBrowser(app.url).call("auth.signIn", i % 2 ? account : { ...account, password: "wrong" }),
    ),
  ).finally(() => (isOver = true));
  const during = await waits(() => isOver);
  clearInterval(watch);
  const statuses = (await signIns).map(({ status }) => status);
  return {
    idle: p95(idle),
    during: p95(during),
    slowest: Math.max(...during),
    grown: (highest - before) / 1e6,
    statuses,
  };
}

test("V11.4.2 a hundred sign-ins at once leave others their speed and take no memory to speak of; whom there is no room for is told when", async () => {
  // What else runs on this machine may spoil one measurement, not three; and where it is short of cores already, all of them.
  const tries: Awaited<ReturnType<typeof burst>>[] = [];
  const isCalm = ({ idle, during, slowest }: (typeof tries)[number]) =>
    during < Math.max(3 * idle, unnoticedMs) && slowest < 1000;
  const isShortOfCores = () => loadavg()[0]! > 2 * availableParallelism();
  do tries.push(await burst());
  while (tries.length < 3 && !isCalm(tries.at(-1)!) && !isShortOfCores());
  if (isShortOfCores()) console.log("The waits of others are not judged: this machine is too busy with other things.");
  else expect(tries.some(isCalm) || tries.map(({ idle, during, slowest }) => ({ idle, during, slowest }))).toBe(true);
  expect(Math.max(...tries.map(({ grown }) => grown))).toBeLessThan(300);
  for (const { statuses } of tries) {
    expect(new Set(statuses)).toEqual(new Set([200, 401, 429]));
    expect(statuses.filter((status) => status !== 429).length).toBeGreaterThanOrEqual(64);
  }
});
