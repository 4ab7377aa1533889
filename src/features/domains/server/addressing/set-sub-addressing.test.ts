import { expect, setDefaultTimeout, test } from "bun:test";
import { forwardingWorld } from "~/features/users/server/forwarding/testing-forwarding";
import { until } from "~/lib/testing-until";
import { auditedActions, refusalOf } from "~/server/testing";
import { applyDomain } from "../apply-domain";
import { asJob } from "../testing-domains";
import { setSubAddressing } from "./set-sub-addressing";

setDefaultTimeout(30_000);
const { services, ctx, viewer, domainId, newUser, send, inboxOf } = await forwardingWorld();
const ana = await newUser("ana");

test("what follows a plus sign reaches the mailbox before it, unless the domain does without", async () => {
  expect(await send("ana+shop@acme.test", "with a plus")).toBe("accepted");
  await until(async () => (await inboxOf(ana.address)).includes("with a plus"));
  expect((await setSubAddressing(ctx, { domainId, subAddressing: false })).subAddressing).toBe(false);
  await applyDomain(asJob(services, ctx), { domainId });
  expect(await send("ana+shop@acme.test", "refused")).toContain("550");
  expect(await auditedActions(services, ctx.tenantId)).toContain("domain.set_sub_addressing");
  expect(await refusalOf(setSubAddressing(viewer, { domainId, subAddressing: true }))).toBe("auth.role_too_low");
});
