import { keepEngineHook } from "../server/engine-events/keep-engine-hook";
import { engineHookPath } from "../server/engine-events/engine-hook-path";
import { createAnswer } from "../server/http/answer";
import { createKv } from "../server/kv";
import { joinDrillWorld } from "./domain-drill-world";

/** A web process without pages that is there to be killed: `bun src/e2e/send-drill-web-child.ts <data folder> <port> <public port> <engine port>`. */
const [dataDir, port, publicPort, enginePort] = Bun.argv.slice(2) as [string, string, string, string];
const joined = joinDrillWorld(dataDir, `http://127.0.0.1:${enginePort}`);
const platform = { ...joined.platform, appUrl: `http://localhost:${publicPort}` };
const kv = createKv({ log: joined.log });
const services = { ...joined, platform, events: kv.events };
const answer = createAnswer({
  ...{ services, kv, staticFile: async () => null, floodLimit: { max: 1_000_000, windowSeconds: 60 } },
  renderPage: async () => new Response("no pages here", { status: 404 }),
});
const server = Bun.serve({
  ...{ port: Number(port), hostname: "127.0.0.1", development: false },
  fetch: (request) => answer(request, "127.0.0.1"),
});
const { engineHookKey } = platform;
if (engineHookKey) keepEngineHook(services, { url: `${server.url.origin}${engineHookPath}`, key: engineHookKey });
console.log("serving");
