import type { Database } from "../../../db/client";
import type { Context, MemberCtx } from "../context";
import type { Services } from "../services";
import { joinTenant, testMember } from "../testing";

export type World = { services: Services; owner: Database };
export type Call = { context: Context; input?: unknown };

/** What the log says of a mutation that succeeded. */
export type Act =
  /** Tried: `call` makes all that is needed and says how to call it. One row for each action, in this order. */
  | { audits: readonly string[]; call: (world: World) => Promise<Call> }
  /** Too long a way to be gone here: the test of its verb goes it and looks for the actions. */
  | { audits: readonly string[]; provenBy: string }
  /** Nothing that a tenant has to know of. */
  | { isSilent: string };
export type Acts = Record<string, Act>;

/** A call of a new tenant's owner; `input` makes what it needs. */
export const byOwner =
  (input: (ctx: MemberCtx, world: World) => unknown) =>
  async (world: World): Promise<Call> => {
    const { ctx, context } = await testMember(world.services);
    return { context, input: await input(ctx, world) };
  };

/** As `byOwner`, about a colleague who is a viewer. */
export const aboutColleague = (input: (memberId: string) => unknown) =>
  byOwner(async (ctx, { services }) => input((await joinTenant(services, ctx.tenantId, "viewer")).ctx.actor.memberId));
