import { expect, test } from "bun:test";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { watchDomains } from "./watch-domains";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("an open page hears of its own tenant's domains only, and nothing after the session ended", async () => {
  const heard: string[] = [];
  const watching = (async () => {
    for await (const { domainId } of watchDomains(ctx, new AbortController().signal)) heard.push(domainId);
  })();
  const stranger = await testMember(services);
  await addDomain(stranger.ctx, { name: "theirs.test" });
  const { id } = await addDomain(ctx, { name: "ours.test" });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "session", subjectId: "another session" });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "session", subjectId: ctx.actor.sessionId });
  await watching;
  expect(heard).toEqual([id]);
});
