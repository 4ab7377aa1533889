import { addDomain } from "~/features/domains/server/add-domain";
import { storeToken } from "~/features/domains/server/connect/connection";
import { type Acts, byOwner } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const tests = "src/features/domains/server/connect";

/** Changes of DNS at a provider. */
export const connectActs: Acts = {
  "domains.connect.plan": { isSilent: "shows what would be done, and does nothing" },
  "domains.connect.change": { audits: ["domain.change_dns"], provenBy: `${tests}/apply-change.test.ts` },
  "domains.connect.undo": { audits: ["domain.undo_dns"], provenBy: `${tests}/undo-change.test.ts` },
  "domains.connect.forget": {
    audits: ["domain.forget_dns_token"],
    call: byOwner(async (ctx) => {
      const { id: domainId } = await addDomain(ctx, { name: newName() });
      await ctx.tx((tx) => storeToken(tx, ctx, { domainId, token: "a-token-that-is-kept", isKept: true }));
      return { domainId };
    }),
  },
};
