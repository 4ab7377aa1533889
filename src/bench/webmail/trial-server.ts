import { join } from "node:path";
import { trialAccounts } from "../../../db/trial-accounts";
import { freePort } from "../../server/testing-port";
import { readRunning } from "../../server/up/running";

const root = new URL("../../../", import.meta.url).pathname;
const [person] = trialAccounts.people;

/** The whole product as its start command starts it, on free ports, with data of its own in `dataDir`. */
export async function startTrial(dataDir: string) {
  const port = await freePort();
  const ports = { PORT: port, SMTP_IN_PORT: 0, SUBMISSION_PORT: 0, ZONE_PORT: 0 };
  const texts = Object.entries(ports).map(([name, value]) => [name, String(value)]);
  const child = Bun.spawn([process.execPath, "src/server/up.ts"], {
    ...{ cwd: root, stdout: "ignore", stderr: "inherit" },
    env: { ...process.env, ...Object.fromEntries(texts), DATA_DIR: dataDir, RATE_LIMIT_MAX: "100000" },
  });
  const origin = `http://localhost:${port}`;
  for (const end = Date.now() + 120_000; !(await isReady(origin)); await Bun.sleep(200))
    if (Date.now() > end || child.exitCode !== null) throw new Error("the server did not start");
  const engine = readRunning(join(dataDir, "running.json"))!.engine!;
  return {
    origin,
    engine,
    person,
    pid: child.pid,
    async stop() {
      child.kill();
      await child.exited;
    },
  };
}
export type Trial = Awaited<ReturnType<typeof startTrial>>;

const isReady = (origin: string) =>
  fetch(`${origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

type Engine = { engine: { baseUrl: string }; person: { address: string; password: string } };

/** JMAP as a person, without us in between. */
export async function jmapOf({ engine, person: { address, password } }: Engine) {
  const headers = { authorization: `Basic ${btoa(`${address}:${password}`)}`, "content-type": "application/json" };
  const session = (await (await fetch(`${engine.baseUrl}/jmap/session`, { headers })).json()) as {
    apiUrl: string;
    primaryAccounts: Record<string, string>;
  };
  const accountId = session.primaryAccounts["urn:ietf:params:jmap:mail"]!;
  const using = ["urn:ietf:params:jmap:core", "urn:ietf:params:jmap:mail"];
  return {
    accountId,
    async ask(methodCalls: [string, object, string][]): Promise<unknown> {
      const calls = methodCalls.map(([name, args, id]) => [name, { accountId, ...args }, id]);
      const body = JSON.stringify({ using, methodCalls: calls });
      return (await fetch(new URL(session.apiUrl, engine.baseUrl), { method: "POST", headers, body })).json();
    },
  };
}
