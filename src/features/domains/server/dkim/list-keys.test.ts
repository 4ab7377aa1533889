import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { listKeys } from "./list-keys";
import { replaceKey } from "./replace-key";
import { rotateKey } from "./rotate-key";
import { domainWithKeys, rsa } from "./testing-keys";

const { services } = await testServices();

test("a viewer may look at the keys and exchange none, and no other tenant knows of them", async () => {
  const { ctx, domainId } = await domainWithKeys(services, "looked-at.test");
  const { ctx: other } = await testMember(services);
  expect(await refusalOf(listKeys(other, { domainId }))).toBe("domain.not_found");
  expect(await refusalOf(rotateKey(other, { domainId, algorithm: rsa }))).toBe("domain.not_found");
  const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };
  expect((await listKeys(viewer, { domainId })).keys).toHaveLength(1);
  expect(await refusalOf(rotateKey(viewer, { domainId, algorithm: rsa }))).toBe("auth.role_too_low");
  expect(await refusalOf(replaceKey(viewer, { domainId, algorithm: rsa }))).toBe("auth.role_too_low");
});
