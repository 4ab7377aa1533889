import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { until } from "../../features/webmail/server/testing-webmail";
import { createAnswer } from "../http/answer";
import { testServices } from "../testing";
import { engineHookPath } from "./engine-hook-path";
import { keepEngineHook } from "./keep-engine-hook";
import { standing } from "./testing-events";
import { waitingMail } from "./testing-waiting-mail";

setDefaultTimeout(60_000);
const { services, owner, kv } = await testServices();
const key = services.platform.engineHookKey!;

const answer = createAnswer({
  ...{ services, kv, renderPage: async () => new Response(""), staticFile: async () => null },
  floodLimit: { max: 1000, windowSeconds: 60 },
});
const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request, "127.0.0.1") });
afterAll(() => server.stop(true));
const url = `${server.url.origin}${engineHookPath}`;

test("the mail server tells of mail by itself once it was asked to, and is asked until it agrees", async () => {
  let refusals = 1;
  const { directory } = services.engine;
  const hooks: typeof directory.hooks = {
    ensure: (hook) => (refusals-- > 0 ? Promise.reject(new Error("not yet")) : directory.hooks.ensure(hook)),
  };
  const engine = { ...services.engine, directory: { ...directory, hooks } };
  const letGo = keepEngineHook({ ...services, engine }, { url, key });
  await until("it was asked again", async () => refusals < 0);
  const { tenantId, recipient, messageId, ana } = await waitingMail(services, "told");
  const row = async () => (await standing(owner, tenantId)).find((one) => one.recipient === recipient);
  await until("word came", async () => (await row())?.state === "deferred");
  expect(await row()).toMatchObject({ mailUserId: ana.userId, messageId, sender: ana.address });
  letGo();
});
