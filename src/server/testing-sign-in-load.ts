import { afterAll } from "bun:test";
import { join } from "node:path";
import { createTenant } from "~/features/auth/server/create-tenant";
import { testServices } from "./testing";
import { serve, webBrowser } from "./testing-web-browser";

export type SignInRound = Awaited<ReturnType<Awaited<ReturnType<typeof signInLoad>>["round"]>>;

/** The value below which such a share of the numbers is. */
export const quantile = (share: number, numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)]!;

/** A server at which a hundred people sign in at once, half of them with a wrong password, while a member who is signed in asks on. */
export async function signInLoad() {
  const { services, kv } = await testServices();
  const app = serve({ ...services, rateLimit: async () => {} }, kv);
  const account = { email: "ana@acme.example", password: "a long walk at dusk" };
  await createTenant(services, "test", { company: "Acme", ...account });
  const member = webBrowser(app.url);
  await member.call("auth.signIn", account);
  const cookies = [...member.cookies()].map(([name, value]) => `${name}=${value}`).join("; ");

  const waits = await client("sign-in-waits-child.ts", app.url, cookies);
  const burst = await client("sign-in-burst-child.ts", app.url, account.email);
  const hundred = Array.from({ length: 100 }, (_, i) => (i % 2 ? account.password : "wrong"));

  /** What a signed-in member waits, in milliseconds, while `meanwhile` runs. */
  async function waitsDuring<T>(meanwhile: () => Promise<T>): Promise<{ times: number[]; result: T }> {
    waits.tell("start");
    const result = await meanwhile();
    return { result, times: await waits.ask("stop") };
  }

  return {
    /** The status of each answer. */
    burst: () => burst.ask(hundred),
    /** A burst and the quiet second just before it, so that whatever else runs on this machine slows both: p95 of the waits in milliseconds. */
    async round() {
      const idle = await waitsDuring(() => Bun.sleep(1000));
      const busy = await waitsDuring(() => burst.ask(hundred));
      const times = { idle: quantile(0.95, idle.times), during: quantile(0.95, busy.times) };
      const slowest = Math.max(...busy.times);
      return { ...times, slowest, ratio: times.during / times.idle, statuses: busy.result };
    },
  };
}

/** A client outside of the server's process, whose work would otherwise be counted as the server's. */
async function client(file: string, ...words: string[]) {
  let hear: (answer: number[]) => void;
  const next = () => new Promise<number[]>((resolve) => (hear = resolve));
  const ready = next();
  const child = Bun.spawn([process.execPath, join(import.meta.dir, file), ...words], {
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
