import { addDomain } from "~/features/domains/server/add-domain";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { setAlertAddress } from "~/features/domains/server/alerts/set-alert-address";
import { createShare } from "~/features/domains/server/share/create-share";
import { anonymousContext, testMember } from "../testing";
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
  "domains.alerts.setAddress": {
    audits: ["tenant.set_alert_address"],
    call: byOwner(() => ({ email: "night.watch@elsewhere.example" })),
  },
  "domains.alerts.confirmAddress": {
    audits: ["tenant.confirm_alert_address"],
    async call({ services, owner }) {
      const { ctx } = await testMember(services);
      const email = `${Bun.randomUUIDv7()}@acts.example`;
      await setAlertAddress(ctx, { email });
      const token = await mailedToken(services, owner, email, "confirm_alert_address");
      return { context: anonymousContext(services), input: { token } };
    },
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
