import { addDomain } from "~/features/domains/server/add-domain";
import { createShare } from "~/features/domains/server/share/create-share";
import { type Acts, byOwner } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const onDomain = (more: object = {}) =>
  byOwner(async (ctx) => ({ domainId: (await addDomain(ctx, { name: newName() })).id, ...more }));

/** What is decided about domains, and who else may look. */
export const domainActs: Acts = {
  "domains.setIntent": { audits: ["domain.set_intent"], call: onDomain({ intent: "move_later" }) },
  "domains.ignoreRecord": {
    audits: ["domain.ignore_record"],
    call: onDomain({ recordId: "autoconfig", isIgnored: true }),
  },
  "domains.share.create": { audits: ["domain.share"], call: onDomain({ days: 3 }) },
  "domains.share.revoke": {
    audits: ["domain.unshare"],
    call: byOwner(async (ctx) => {
      const { id: domainId } = await addDomain(ctx, { name: newName() });
      return { shareId: (await createShare(ctx, { domainId, days: 3 })).shareId };
    }),
  },
  "domains.share.read": { isSilent: "looks, and changes nothing" },
};
