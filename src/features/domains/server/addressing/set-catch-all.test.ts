import { expect, setDefaultTimeout, test } from "bun:test";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { removeAlias } from "~/features/users/server/aliases/remove-alias";
import { updateAlias } from "~/features/users/server/aliases/update-alias";
import { forwardingWorld } from "~/features/users/server/forwarding/testing-forwarding";
import { until } from "~/lib/testing-until";
import { auditedActions, refusalOf, testMember } from "~/server/testing";
import { applyDomain } from "../apply-domain";
import { asJob } from "../testing-domains";
import { getAddressing } from "./get-addressing";
import { setCatchAll } from "./set-catch-all";

setDefaultTimeout(30_000);
const { services, ctx, viewer, domainId, newUser, send, inboxOf, apply } = await forwardingWorld();
const applyIt = () => applyDomain(asJob(services, ctx), { domainId });
const ana = await newUser("ana");

test("mail to addresses that nobody holds is refused, until somebody is named who gets it", async () => {
  expect(await send("anything@acme.test", "lost")).toContain("550");
  expect(await setCatchAll(ctx, { domainId, address: ana.address })).toMatchObject({
    ...{ catchAll: ana.address, isCatchAllGone: false },
  });
  await applyIt();
  expect(await send("anything@acme.test", "caught")).toBe("accepted");
  await until(async () => (await inboxOf(ana.address)).includes("caught"));
  await setCatchAll(ctx, { domainId, address: null });
  await applyIt();
  expect(await send("anything@acme.test", "lost again")).toContain("550");
  expect(await auditedActions(services, ctx.tenantId)).toContain("domain.set_catch_all");
});

test("an alias catches too, unless it is off, and the page says so; what is removed catches no more", async () => {
  const alias = { userId: ana.id, domainId, localPart: "office", note: "", isEnabled: true };
  const { id: aliasId } = await addAlias(ctx, alias);
  await setCatchAll(ctx, { domainId, address: "office@acme.test" });
  await updateAlias(ctx, { aliasId, isEnabled: false });
  await apply(ana.id);
  await applyIt();
  expect(await getAddressing(ctx, { domainId })).toMatchObject({ catchAll: "office@acme.test", isCatchAllGone: true });
  expect(await send("whoever@acme.test", "refused")).toContain("550");
  await removeAlias(ctx, { aliasId });
  expect(await getAddressing(ctx, { domainId })).toMatchObject({ catchAll: null });
});

test("an address that nobody here holds catches nothing", async () => {
  for (const address of ["nobody@acme.test", "ana@elsewhere.example"])
    expect(await refusalOf(setCatchAll(ctx, { domainId, address }))).toBe("address.not_found");
});

test("viewers and other tenants decide nothing", async () => {
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(setCatchAll(viewer, { domainId, address: null }))).toBe("auth.role_too_low");
  expect(await refusalOf(setCatchAll(stranger, { domainId, address: null }))).toBe("domain.not_found");
});
