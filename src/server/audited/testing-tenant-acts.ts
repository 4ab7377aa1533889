import { invited } from "~/features/auth/server/team/testing-team";
import { listInvitations } from "~/features/auth/server/team/list-invitations";
import { inviteMember } from "~/features/auth/server/team/invite-member";
import { webhookTo, queueEvents } from "~/features/auth/server/webhooks/testing-webhooks";
import { CreateToken } from "~/features/auth/schema/tokens";
import { createToken } from "~/features/auth/server/tokens/create-token";
import type { MemberCtx } from "../context";
import { anonymousContext, joinTenant, testMember } from "../testing";
import { aboutColleague, type Acts, byOwner } from "./testing-act";

const email = () => `${Bun.randomUUIDv7()}@acts.example`;
const tokenInput = CreateToken.parse({ name: "ci", holder: "me", scopes: ["users:read"], expiresInDays: 30 });
const hookUrl = "http://127.0.0.1:9/";
const hookSettings = { url: hookUrl, description: "Ours", events: ["user.removed"] };

const hook = async (ctx: MemberCtx) => (await webhookTo(ctx, hookUrl)).webhook.id;
const onHook = (more: object = {}) => byOwner(async (ctx) => ({ webhookId: await hook(ctx), ...more }));
const onInvitation = byOwner(async (ctx) => ({ invitationId: await invitationOf(ctx) }));

async function invitationOf(ctx: MemberCtx): Promise<string> {
  await inviteMember(ctx, { email: email(), role: "viewer" });
  const { invitations } = await listInvitations(ctx, { limit: 1 });
  return invitations[0]!.id;
}

/** Members, the tenant itself, tokens and webhooks. */
export const tenantActs: Acts = {
  "auth.team.invite": { audits: ["invitation.add"], call: byOwner(() => ({ email: email(), role: "viewer" })) },
  "auth.team.resend": { audits: ["invitation.resend"], call: onInvitation },
  "auth.team.withdraw": { audits: ["invitation.withdraw"], call: onInvitation },
  "auth.team.invitation": { isSilent: "looks, and changes nothing" },
  "auth.team.accept": {
    audits: ["member.join", "session.start"],
    async call({ services, owner }) {
      const { ctx } = await testMember(services);
      const token = await invited(services, owner, ctx, email());
      return { context: anonymousContext(services), input: { token, name: "Eve", password: "a long walk at dusk" } };
    },
  },
  "auth.team.setRole": {
    audits: ["member.set_role"],
    call: aboutColleague((memberId) => ({ memberId, role: "admin" })),
  },
  "auth.team.remove": { audits: ["member.remove"], call: aboutColleague((memberId) => ({ memberId })) },
  "auth.team.leave": {
    audits: ["member.leave"],
    async call({ services }) {
      const { ctx } = await testMember(services);
      return { context: (await joinTenant(services, ctx.tenantId, "viewer")).context };
    },
  },
  "auth.team.transferOwnership": { audits: ["tenant.transfer"], call: aboutColleague((memberId) => ({ memberId })) },
  "auth.tenant.rename": { audits: ["tenant.rename"], call: byOwner(() => ({ name: "Other" })) },
  "auth.tenant.create": { audits: ["auth.sign_up"], call: byOwner(() => ({ company: "Second" })) },
  "auth.tenant.close": { audits: ["tenant.close"], call: byOwner(() => ({ name: "Test" })) },
  "auth.tenant.closure": { isSilent: "looks, and changes nothing" },
  "auth.tenant.reopen": {
    audits: ["tenant.reopen"],
    provenBy: "src/features/auth/server/tenant/reopen-tenant.test.ts",
  },
  "auth.tokens.create": { audits: ["token.create"], call: byOwner(() => tokenInput) },
  "auth.tokens.revoke": {
    audits: ["token.revoke"],
    call: byOwner(async (ctx) => ({ tokenId: (await createToken(ctx, tokenInput)).token.id })),
  },
  "auth.webhooks.create": { audits: ["webhook.create"], call: byOwner(() => hookSettings) },
  "auth.webhooks.update": { audits: ["webhook.update"], call: onHook(hookSettings) },
  "auth.webhooks.setEnabled": { audits: ["webhook.suspend"], call: onHook({ isEnabled: false }) },
  "auth.webhooks.remove": { audits: ["webhook.remove"], call: onHook() },
  "auth.webhooks.rotateSecret": { audits: ["webhook.rotate_secret"], call: onHook() },
  "auth.webhooks.test": { audits: ["webhook.test"], call: onHook() },
  "auth.webhooks.replay": {
    audits: ["webhook.replay"],
    call: byOwner(async (ctx) => ({ deliveryId: (await queueEvents(ctx, await hook(ctx)))[0] })),
  },
};
