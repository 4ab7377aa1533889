import { eq } from "drizzle-orm";
import { expect, test } from "bun:test";
import { domains } from "../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { applyDomain } from "./apply-domain";
import { getDomain } from "./get-domain";
import { publishInTrial } from "./publish-in-trial";
import { activeDomain, asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";

const { services, owner } = await testServices();
const { directory } = services.engine;

/** A worker that comes to a halt once the engine has the domain, while `meanwhile` happens. */
function halting(meanwhile: () => Promise<void>) {
  const ensure: typeof directory.domains.ensure = async (domain) => {
    const made = await directory.domains.ensure(domain);
    await meanwhile();
    return made;
  };
  return {
    ...services,
    engine: { ...services.engine, directory: { ...directory, domains: { ...directory.domains, ensure } } },
  };
}

async function provenBy(name: string) {
  const { ctx } = await testMember(services);
  const { id: domainId } = await addDomain(ctx, { name });
  await publishInTrial(ctx, { domainId });
  const stuck = {
    ...services,
    engine: {
      ...services.engine,
      directory: {
        ...directory,
        domains: { ...directory.domains, ensure: async () => Promise.reject(new Error("later")) },
      },
    },
  };
  await verifyDomain(asJob(stuck, ctx), { domainId }).catch(() => {});
  return { ctx, domainId };
}

test("what a late worker makes of a domain that is gone does not stay", async () => {
  const { ctx, domainId } = await provenBy("late.test");
  const gone = async () => void (await owner.delete(domains).where(eq(domains.id, domainId)));
  await applyDomain(asJob(halting(gone), ctx), { domainId });
  expect(await directory.domains.find("late.test")).toBeNull();
});

test("a late worker takes nothing from the next owner of the name, and its keys are replaced by theirs", async () => {
  const { ctx, domainId } = await provenBy("next.test");
  const next = await testMember(services);
  let nextId = "";
  const sold = async () => {
    await owner.delete(domains).where(eq(domains.id, domainId));
    nextId = (await activeDomain(services, next.ctx, "next.test")).id;
  };
  await applyDomain(asJob(halting(sold), ctx), { domainId });
  expect(await directory.domains.find("next.test")).not.toBeNull();
  expect(await getDomain(next.ctx, { domainId: nextId })).toMatchObject({ state: "active", application: "pending" });
  await applyDomain(asJob(services, next.ctx), { domainId: nextId });
  expect(await getDomain(next.ctx, { domainId: nextId })).toMatchObject({ state: "active", application: "applied" });
});
