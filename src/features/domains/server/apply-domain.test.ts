import { expect, test } from "bun:test";
import { createEngine } from "~/engine/create-engine";
import { EngineError } from "~/engine/engine-error";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { getDomain } from "./get-domain";
import { publishInTrial } from "./publish-in-trial";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services } = await testServices();
const { ctx } = await testMember(services);

const nowhere = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });

test("an engine that cannot be reached is shown as the reason, and the next run makes it good", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "acme.test" });
  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob({ ...services, engine: nowhere }, ctx), { domainId });
  const failure = await applyDomain(asJob({ ...services, engine: nowhere }, ctx), { domainId }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(EngineError);
  expect(await getDomain(ctx, { domainId })).toMatchObject({
    state: "proven",
    application: "failed",
    applyError: "unavailable",
  });
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await getDomain(ctx, { domainId })).toMatchObject({
    state: "active",
    application: "applied",
    applyError: null,
  });
});

test("running twice changes nothing", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "twice.test");
  const before = await services.engine.directory.domains.find("twice.test");
  await Promise.all([1, 2].map(() => applyDomain(asJob(services, ctx), { domainId })));
  expect(await services.engine.directory.domains.find("twice.test")).toEqual(before);
  expect((await services.engine.directory.dkim.list("twice.test")).length).toBe(1);
});

test("a claim that is not proven never reaches the engine", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "unproven.test" });
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await services.engine.directory.domains.find("unproven.test")).toBeNull();
});

test("a job of one tenant cannot apply another tenant's domain", async () => {
  const { id: domainId } = await addDomain(ctx, { name: "ours.test" });
  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob({ ...services, engine: nowhere }, ctx), { domainId });
  const stranger = await testMember(services);
  await applyDomain(asJob(services, stranger.ctx), { domainId });
  expect(await services.engine.directory.domains.find("ours.test")).toBeNull();
});
