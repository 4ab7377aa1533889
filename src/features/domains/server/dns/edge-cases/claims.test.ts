import { afterAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { AppError } from "~/lib/errors";
import type { GuardError } from "~/server/guarded-fetch/guard-error";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import { refusalOf, testMember } from "~/server/testing";
import { domains, jobs } from "../../../../../../db/schema";
import { addDomain } from "../../add-domain";
import { checkDomain } from "../../check-domain";
import { getDomain } from "../../get-domain";
import { policyFetcher } from "../../policy-fetcher";
import { removeDomain } from "../../remove-domain";
import { asJob, runDomainJobs } from "../../testing-domains";
import { verifyDomain } from "../../verify-domain";
import { claimsInLyingWorld, publishAndCheck, recordsOf } from "./testing-claims";

const { world, services, owner, smtpPort } = await claimsInLyingWorld();
const { ctx } = await testMember(services);
afterAll(() => world.stop());

/** Why a name is refused. */
async function faultOf(name: string, by = ctx): Promise<string> {
  const failure = (await addDomain(by, { name }).catch((error: unknown) => error)) as Partial<AppError>;
  return failure.details?.issues?.[0]?.message ?? failure.key ?? "none";
}
const stateOf = async (domainId: string, of = ctx) => (await getDomain(of, { domainId })).state;
const proofOf = async (domainId: string, of = ctx) =>
  (await getDomain(of, { domainId })).records.find(({ id }) => id === "proof");

describe("edge case 26: IDN", () => {
  test("a name is kept in its A-labels and shown in both forms, however it was typed", async () => {
    const { name, displayName } = await addDomain(ctx, { name: "BÜCHER-laden.de" });
    expect({ name, displayName }).toEqual({ name: "xn--bcher-laden-thb.de", displayName: "bücher-laden.de" });
    expect(await faultOf("xn--bcher-laden-thb.DE")).toBe("domain.already_added");
  });

  test("look-alikes of several alphabets and names that are none are refused with the reason", async () => {
    expect(await faultOf("p\u0430ypal.org")).toBe("mixed_script");
    expect(await faultOf("xn--a.org")).toBe("malformed");
  });
});

describe("edge case 27: public suffix, reserved", () => {
  const outside = { ...ctx, platform: { ...ctx.platform, trialZone: null } };
  test.each([
    ["co.uk", "public_suffix"],
    ["github.io", "public_suffix"],
    ["localhost", "reserved"],
    ["acme", "single_label"],
    ["server.local", "reserved"],
    ["acme.test", "reserved"],
    ["192.0.2.1", "ip_address"],
    ["2001:db8::1", "ip_address"],
    ["_dmarc.acme.org", "malformed"],
    ["acme..org", "malformed"],
    [`${"a.".repeat(126)}org`, "too_long"],
  ])("%s is refused: %s", async (name, fault) => expect(await faultOf(name, outside)).toBe(fault));

  test("a dot at the end is the same name, and below a private suffix the proof stands at that very name", async () => {
    const { id, name } = await addDomain(ctx, { name: "someone.github.io." });
    expect(name).toBe("someone.github.io");
    expect((await proofOf(id))?.name).toBe("_deftmail.someone.github.io");
  });
});

describe("edge case 28: sub-domain as mail domain", () => {
  test("the proof of the domain above proves nothing below it, for whoever asks", async () => {
    const parent = await addDomain(ctx, { name: "parent.org" });
    await publishAndCheck(world, services, ctx, parent);
    expect(await stateOf(parent.id)).toBe("active");
    const other = await testMember(services);
    for (const member of [ctx, other.ctx]) {
      const below = await addDomain(member, { name: "mail.parent.org" });
      await runDomainJobs(services, member, below.id);
      expect(await stateOf(below.id, member)).toBe("pending_proof");
    }
  });
});

describe("edge case 29: provider domain, freemail", () => {
  test.each([
    ["gmail.com", "mail_provider"],
    ["mail.deftmail.test", "platform_host"],
    ["sub.spf.deftmail.test", "platform_host"],
  ])("%s cannot be claimed: %s", async (name, fault) => expect(await faultOf(name)).toBe(fault));
});

describe("edge case 30: same domain, two tenants", () => {
  test("claims lock nobody out, the first proof wins, and the loser learns of it only after proving too", async () => {
    const rival = await testMember(services);
    const [ours, theirs] = [
      await addDomain(ctx, { name: "wanted.org" }),
      await addDomain(rival.ctx, { name: "wanted.org" }),
    ];
    const token = async (domain: typeof ours, member: typeof ctx) =>
      String((await recordsOf(member, domain.id))["_deftmail.wanted.org"]?.TXT);
    const tokens = [await token(ours, ctx), await token(theirs, rival.ctx)];
    expect(tokens[0]).not.toBe(tokens[1]);

    world.publish("wanted.org", await recordsOf(ctx, ours.id));
    await runDomainJobs(services, ctx, ours.id);
    expect(await stateOf(ours.id)).toBe("active");
    await runDomainJobs(services, rival.ctx, theirs.id);
    expect((await proofOf(theirs.id, rival.ctx))?.advice?.code).toBe("proof_other");

    world.publish("wanted.org", { ...(await recordsOf(ctx, ours.id)), "_deftmail.wanted.org": { TXT: tokens } });
    await runDomainJobs(services, rival.ctx, theirs.id);
    expect(await stateOf(theirs.id, rival.ctx)).toBe("pending_proof");
    expect((await proofOf(theirs.id, rival.ctx))?.advice?.code).toBe("proof_taken");
    expect(await stateOf(ours.id)).toBe("active");
  });
});

describe("edge case 31: domain sold, expired", () => {
  const days = (count: number) => () => new Date(Date.now() + count * 86_400_000);
  const checkAfter = (count: number, domainId: string) =>
    verifyDomain(asJob({ ...services, now: days(count) }, ctx), { domainId });

  test("a proof that is gone is missed thrice over two weeks before it is lost, and mail goes on meanwhile", async () => {
    const domain = await addDomain(ctx, { name: "sold.org" });
    await publishAndCheck(world, services, ctx, domain);
    const { "_deftmail.sold.org": proof, ...others } = await recordsOf(ctx, domain.id);
    world.publish("sold.org", others);
    const states: string[] = [];
    for (const count of [8, 15, 16, 23]) {
      await checkAfter(count, domain.id);
      states.push(await stateOf(domain.id));
    }
    expect(states).toEqual(["active", "active", "active", "proof_lost"]);
    expect(await services.engine.directory.domains.find("sold.org")).not.toBeNull();
    world.publish("sold.org", { ...others, "_deftmail.sold.org": proof! });
    await checkAfter(24, domain.id);
    expect(await stateOf(domain.id)).toBe("active");
  });
});

describe("edge case 32: removal", () => {
  test("a domain that is removed is unknown to the engine, although its MX still leads here", async () => {
    const domain = await addDomain(ctx, { name: "leaving.org" });
    await publishAndCheck(world, services, ctx, domain);
    expect(await services.engine.directory.domains.find("leaving.org")).not.toBeNull();
    await removeDomain(ctx, { domainId: domain.id });
    await runDomainJobs(services, ctx, domain.id);
    expect(await services.engine.directory.domains.find("leaving.org")).toBeNull();
    expect(await refusalOf(getDomain(ctx, { domainId: domain.id }))).toBe("domain.not_found");
    const mail = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
    const sent = mail.sendMail({ from: "bo@ext.test", to: "ana@leaving.org", text: "Hello" });
    expect(String(await sent.catch((error: unknown) => error))).toContain("takes no mail for leaving.org");
  });

  test("a name that is given up and taken back over and over has to rest, for that account alone", async () => {
    for (let time = 0; time < 5; time++) {
      const { id: domainId } = await addDomain(ctx, { name: "restless.org" });
      await removeDomain(ctx, { domainId });
    }
    expect(await faultOf("restless.org")).toBe("request.too_many");
    expect(await faultOf("restless.org", (await testMember(services)).ctx)).toBe("none");
  });
});

describe("edge case 33: token leak, replay", () => {
  test("a token that was left in DNS proves neither a new attempt nor another account's claim", async () => {
    const first = await addDomain(ctx, { name: "replay.org" });
    world.publish("replay.org", await recordsOf(ctx, first.id));
    await removeDomain(ctx, { domainId: first.id });
    const stranger = await testMember(services);
    for (const member of [ctx, stranger.ctx]) {
      const again = await addDomain(member, { name: "replay.org" });
      await runDomainJobs(services, member, again.id);
      expect(await stateOf(again.id, member)).toBe("pending_proof");
      expect(await proofOf(again.id, member)).toMatchObject({ state: "stale", advice: { code: "proof_other" } });
    }
  });
});

describe("edge case 34: TOCTOU", () => {
  test("a proof that was seen for a claim which was given up and made anew meanwhile proves nothing", async () => {
    const first = await addDomain(ctx, { name: "swift.org" });
    world.publish("swift.org", await recordsOf(ctx, first.id));
    world.resolver.lie("_deftmail.swift.org", "TXT", { delayMs: 150 });
    const check = verifyDomain(asJob(services, ctx), { domainId: first.id });
    await removeDomain(ctx, { domainId: first.id });
    const second = await addDomain(ctx, { name: "swift.org" });
    await check;
    const rows = await owner.select().from(domains).where(eq(domains.name, "swift.org"));
    expect(rows.map(({ id, provenAt }) => ({ id, provenAt }))).toEqual([{ id: second.id, provenAt: null }]);
    expect(await services.engine.directory.domains.find("swift.org")).toBeNull();
  });

  test("what was published once and is gone when it is looked at proves nothing", async () => {
    const domain = await addDomain(ctx, { name: "gone.org" });
    world.publish("gone.org", await recordsOf(ctx, domain.id));
    world.publish("gone.org", {});
    await runDomainJobs(services, ctx, domain.id);
    expect(await stateOf(domain.id)).toBe("pending_proof");
  });
});

describe("edge case 35: check abuse", () => {
  test("a check that is asked for again and again runs once, and is then refused for a while", async () => {
    const { id: domainId } = await addDomain(ctx, { name: "busy.org" });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusalOf(checkDomain(ctx, { domainId }))));
    expect(outcomes.toSorted()).toEqual(["none", ...Array.from({ length: 4 }, () => "request.too_many")]);
    const waiting = await owner.select().from(jobs).where(eq(jobs.key, domainId));
    expect(waiting.length).toBe(1);
  });
});

describe("edge case 36: SSRF", () => {
  test.each(["127.0.0.1", "169.254.169.254", "10.0.0.1", "0.0.0.0"])(
    "a policy host that leads to %s is not called",
    async (address) => {
      world.publish("inward.org", { "mta-sts.inward.org": { A: [address] } });
      const rules = targetRulesOf(services.platform);
      const refusal = await guardedFetch("https://mta-sts.inward.org/.well-known/mta-sts.txt", rules).catch(
        (error: unknown) => (error as GuardError).reason,
      );
      expect(refusal).toBe("address");
      expect(await policyFetcher(services.platform)("mta-sts.inward.org")).toBeNull();
    },
  );

  test("name servers with addresses of this network are not asked", async () => {
    const domain = await addDomain(ctx, { name: "inward.org" });
    world.publish("inward.org", await recordsOf(ctx, domain.id));
    world.nameServers.forEach(({ asked }) => asked.splice(0));
    await verifyDomain(asJob(services, ctx), { domainId: domain.id });
    expect(world.nameServers.flatMap(({ asked }) => asked)).toEqual([]);
    expect((await proofOf(domain.id))?.state).toBe("match");
  });
});
