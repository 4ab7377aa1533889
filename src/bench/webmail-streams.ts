import { rmSync } from "node:fs";
import { fetchStream } from "../engine/stalwart/fetch-stream";
import { jmapOf, startTrial, type Trial } from "./webmail/trial-server";

/**
 * What event streams of open webmail tabs cost one web process, which here runs the mail server too: memory for 1,000 of them, and how long a new message
 * takes to its tab. Fails above 150 MB or one second.
 */
const people = 50;
const tabsEach = 20;
const samples = 20;
const password = "a long walk at dusk, measured";
const dataDir = ".cache/bench-streams";

const megabytesOf = async (pid: number) => {
  const status = await Bun.file(`/proc/${pid}/status`).text();
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
};

async function createPerson(address: string): Promise<void> {
  const child = Bun.spawn([process.execPath, "src/cli/user-create.ts", "--address", address, "--password-stdin"], {
    ...{ stdin: new Blob([password]), stdout: "ignore", stderr: "inherit" },
    env: { ...process.env, DATA_DIR: dataDir },
  });
  if ((await child.exited) !== 0) throw new Error(`${address} was not created`);
}

/** The cookies of a session. Each person comes from an address of their own, as people do. */
async function signIn({ origin }: Trial, address: string, at: number): Promise<string> {
  const response = await fetch(`${origin}/api/trpc/webmail.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "x-forwarded-for": `192.0.2.${at + 1}` },
    body: JSON.stringify({ address, password }),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

type Tab = { at: number; heard: () => number; close: () => void };

async function openTab({ origin }: Trial, cookie: string, at: number): Promise<Tab> {
  const closing = new AbortController();
  const url = `${origin}/api/trpc/webmail.live?input=${encodeURIComponent("{}")}`;
  const headers = { cookie, accept: "text/event-stream", "x-forwarded-for": `192.0.2.${at + 1}` };
  const response = await fetchStream(url, { headers, signal: closing.signal });
  if (!response.ok || !response.body) throw new Error(`a stream was refused: ${response.status}`);
  let last = 0;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!)
      if (decoder.decode(chunk as Uint8Array).includes("types")) last = performance.now();
  };
  void read().catch(() => {});
  return { at, heard: () => last, close: () => closing.abort() };
}

/** Files a message for a person and waits until one of their tabs hears of it; milliseconds. */
async function timeToTab({ engine }: Trial, address: string, tab: Tab): Promise<number> {
  const jmap = await jmapOf({ engine, person: { address, password } });
  const { methodResponses } = (await jmap.ask([["Mailbox/query", { filter: { role: "inbox" } }, "0"]])) as {
    methodResponses: [string, { ids: string[] }][];
  };
  const mailboxIds = { [methodResponses[0]![1].ids[0]!]: true };
  const create = { m: { mailboxIds, subject: "New", from: [{ email: "bo@ext.test" }] } };
  const begun = performance.now();
  await jmap.ask([["Email/set", { create }, "0"]]);
  for (const end = Date.now() + 10_000; tab.heard() < begun; await Bun.sleep(2))
    if (Date.now() > end) throw new Error("the tab never heard of the message");
  return tab.heard() - begun;
}

rmSync(dataDir, { recursive: true, force: true });
process.env["TRUSTED_PROXIES"] = "127.0.0.1,::1";
const trial = await startTrial(dataDir);
let failures = 0;
try {
  const addresses = Array.from({ length: people }, (_, at) => `p${at}@${trial.person.address.split("@")[1]}`);
  for (let at = 0; at < people; at += 2) await Promise.all(addresses.slice(at, at + 2).map(createPerson));
  const cookies: string[] = [];
  for (const [at, address] of addresses.entries()) cookies.push(await signIn(trial, address, at));
  await Bun.sleep(5_000);
  const before = await megabytesOf(trial.pid);
  const tabs: Tab[] = [];
  for (const [at, cookie] of cookies.entries())
    tabs.push(...(await Promise.all(Array.from({ length: tabsEach }, () => openTab(trial, cookie, at)))));
  await Bun.sleep(5_000);
  const extra = (await megabytesOf(trial.pid)) - before;
  console.log(`${tabs.length} streams: ${extra.toFixed(0)} MB more (${before.toFixed(0)} MB before), of 150`);
  if (extra > 150) failures++;
  const times: number[] = [];
  for (let round = 0; round < samples; round++) {
    const tab = tabs[(round * 47) % tabs.length]!;
    times.push(await timeToTab(trial, addresses[tab.at]!, tab));
  }
  times.sort((a, b) => a - b);
  console.log(
    `a new message at its tab: median ${times[samples >> 1]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms, of 1000`,
  );
  if (times.at(-1)! > 1000) failures++;
  for (const { close } of tabs) close();
} finally {
  await trial.stop();
}
process.exit(failures > 0 ? 1 : 0);
