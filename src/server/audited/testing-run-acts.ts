import { activeDomain } from "~/features/domains/server/testing-domains";
import { begin, workNow } from "~/features/users/server/runs/testing-runs";
import { appliedUser } from "~/features/users/server/testing-users";
import type { MemberCtx } from "../context";
import { type Acts, byOwner, type World } from "./testing-act";

const newName = () => `r${Bun.randomUUIDv7().slice(-12)}.test`;

async function newUser(ctx: MemberCtx, { services }: World): Promise<string> {
  const { id: domainId } = await activeDomain(services, ctx, newName());
  return (await appliedUser(services, ctx, domainId, "ana")).id;
}

/** What is done to many mailbox users at once; what it does to each is written as an act of its own, when it is done. */
export const runActs: Acts = {
  "users.runs.cancel": {
    audits: ["user.run_cancel"],
    call: byOwner(async (ctx, world) => {
      const { id: runId } = await begin(ctx, "suspend", [await newUser(ctx, world)]);
      return { runId };
    }),
  },
  "users.bulk.start": {
    audits: ["user.bulk_start"],
    call: byOwner(async (ctx, world) => ({ action: "suspend", userIds: [await newUser(ctx, world)], expected: 1 })),
  },
  "users.bulk.undo": {
    audits: ["user.bulk_undo"],
    call: byOwner(async (ctx, world) => {
      const { id: runId } = await begin(ctx, "suspend", [await newUser(ctx, world)]);
      await workNow(ctx, world.services, runId);
      return { runId };
    }),
  },
};
