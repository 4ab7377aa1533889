import { addDomain } from "~/features/domains/server/add-domain";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { setAlertAddress } from "~/features/domains/server/alerts/set-alert-address";
import { createShare } from "~/features/domains/server/share/create-share";
import { rotateKey } from "~/features/domains/server/dkim/rotate-key";
import { activeDomain } from "~/features/domains/server/testing-domains";
import type { MemberCtx } from "../context";
import { anonymousContext, testMember } from "../testing";
import { type Acts, byOwner } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const onDomain = (more: object = {}) =>
  byOwner(async (ctx) => ({ domainId: (await addDomain(ctx, { name: newName() })).id, ...more }));

const onActive = (more: object, before: (ctx: MemberCtx, domainId: string) => Promise<unknown> = async () => {}) =>
  byOwner(async (ctx, { services }) => {
    const { id: domainId } = await activeDomain(services, ctx, newName());
    await before(ctx, domainId);
    return { domainId, ...more };
  });

/** What is decided about domains, and who else may look. */
export const domainActs: Acts = {
  "domains.cancelCheck": { audits: ["domain.cancel_check"], call: onDomain() },
  "domains.setIntent": { audits: ["domain.set_intent"], call: onDomain({ intent: "move_later" }) },
  "domains.setPolicy": { audits: ["domain.set_policy"], call: onDomain({ forbidsSubdomains: true }) },
  "domains.watch": { isSilent: "looks, and changes nothing" },
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
  "domains.dkim.rotate": { audits: ["dkim.rotate"], call: onActive({ algorithm: "rsa-sha256" }) },
  "domains.dkim.replaceNow": {
    audits: ["dkim.retire", "dkim.replace"],
    call: onActive({ algorithm: "rsa-sha256" }),
  },
  "domains.dkim.addEd25519": { audits: ["dkim.add"], call: onDomain() },
  "domains.dkim.cancelRotation": {
    audits: ["dkim.delete", "dkim.cancel"],
    call: onActive({ algorithm: "rsa-sha256" }, (ctx, domainId) =>
      rotateKey(ctx, { domainId, algorithm: "rsa-sha256" }),
    ),
  },
  "domains.dkim.setMode": {
    audits: ["dkim.set_mode"],
    call: byOwner(async (ctx, { services }) => {
      const dkimZone = { name: "keys.deftmail.test", update: null };
      const platform = { ...services.platform, dkimZone };
      return { domainId: (await addDomain({ ...ctx, platform }, { name: newName() })).id, mode: "txt" };
    }),
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
