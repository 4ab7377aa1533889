import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getDomain } from "../get-domain";
import { publishInTrial } from "../publish-in-trial";
import { addEd25519 } from "./add-ed25519";
import { domainWithKeys } from "./testing-keys";

const { services } = await testServices();

test("the second algorithm is added beside the first and both sign, but the domain needs the first only", async () => {
  const { ctx, domainId, work, stages, engineStages } = await domainWithKeys(services, "second.test");
  await addEd25519(ctx, { domainId });
  expect(await refusalOf(addEd25519(ctx, { domainId }))).toBe("dkim.already_there");
  await work();
  expect(await stages()).toEqual({ dm1: "active", ed1: "pending" });
  expect((await getDomain(ctx, { domainId })).state).toBe("active");
  await publishInTrial(ctx, { domainId });
  await work();
  expect(await engineStages()).toEqual({ dm1: "active", ed1: "active" });
});
