import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
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
const cookies = [...member.cookies()].map(([name, value]) => `${name}=${value}`).join("; ");

/** A client outside of the server's process, whose work would otherwise be counted as the server's. */
async function client(file: string, ...words: string[]) {
  let hear: (answer: number[]) => void;
  const next = () => new Promise<number[]>((resolve) => (hear = resolve));
  const ready = next();
  const child = Bun.spawn([process.execPath, join(import.meta.dir, file), app.url, ...words], {
    ...{ stdin: "ignore", stdout: "ignore", stderr: "inherit" },
    ipc: (answer: number[]) => hear(answer),
  });
  afterAll(() => child.kill());
  await ready;
  return {
    tell: (message: unknown) => child.send(message),
    ask(message: unknown) {
      const answer = next();
      child.send(message);
      return answer;
    },
  };
}

const waits = await client("sign-in-waits-child.ts", cookies);
const burst = await client("sign-in-burst-child.ts", account.email);
const hundred = Array.from({ length: 100 }, (_, i) => (i % 2 ? account.password : "wrong"));

const at = (share: number, numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)]!;

/** What a signed-in member waits, in milliseconds, while `meanwhile` runs. */
async function waitsDuring<T>(meanwhile: () => Promise<T>): Promise<{ times: number[]; result: T }> {
  waits.tell("start");
  const result = await meanwhile();
  return { result, times: await waits.ask("stop") };
}

/** Each burst is compared with the quiet second just before it, so that whatever else runs on this machine slows both. */
async function round() {
  const idle = await waitsDuring(() => Bun.sleep(1000));
  const busy = await waitsDuring(() => burst.ask(hundred));
  const times = { idle: at(0.95, idle.times), during: at(0.95, busy.times), slowest: Math.max(...busy.times) };
  return { ...times, ratio: times.during / times.idle, statuses: busy.result };
}

test("V11.4.2 a hundred sign-ins at once leave others their speed and take no memory to speak of; whom there is no room for is told when", async () => {
  // Nobody's first request counts: it compiles what it runs.
  await burst.ask(hundred);
  const before = process.memoryUsage.rss();
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 10);
  // What else begins to run on this machine may spoil one series of bursts, not three.
  const series: Awaited<ReturnType<typeof round>>[][] = [];
  const middle = (rounds: (typeof series)[number]) =>
    at(
      0.5,
      rounds.map(({ ratio }) => ratio),
    );
  do {
    const rounds: (typeof series)[number] = [];
    while (rounds.length < 7) rounds.push(await round());
    series.push(rounds);
  } while (series.length < 3 && middle(series.at(-1)!) >= 3);
  clearInterval(watch);

  const all = series.flat();
  const figures = all.map(({ statuses: _, ...times }) => times);
  expect(Math.min(...series.map(middle)), JSON.stringify(figures)).toBeLessThan(3);
  expect((highest - before) / 1e6).toBeLessThan(300);
  for (const { statuses } of all) {
    expect(new Set(statuses)).toEqual(new Set([200, 401, 429]));
    expect(statuses.filter((status) => status !== 429).length).toBeGreaterThanOrEqual(64);
  }
});
