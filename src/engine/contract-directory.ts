import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "bun:test";
import { testPasswordHash } from "./contract-managed.ts";
import { outcome } from "./contract-outcome.ts";
import { countingEngine, rawMessage, rowWith } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";
import { createEngine } from "./create-engine.ts";
import type { MailEngine } from "./mail-engine.ts";
import { authorizationOf } from "./stalwart/authorization.ts";

const soon = () => new Date(Date.now() + 600_000);
/** Domains, DKIM keys, accounts and session keys, as the service. */
export function directoryContract({ peer, features }: Contract) {
  const managed = (): MailEngine => {
    const { managed: engine } = peer();
    if (!engine) throw new Error("this peer has no management half");
    return engine;
  };
  const directory = () => managed().directory;

  async function newDomain() {
    const name = `d-${crypto.randomUUID().slice(0, 8)}.test`;
    await directory().domains.ensure({ name, description: "First" });
    return name;
  }
  const account = (address: string) => ({
    address,
    displayName: "Ana Ruiz",
    quotaBytes: 5_000_000,
    blocks: [],
    aliases: [],
    passwordHash: testPasswordHash,
  });

  describe("the directory", () => {
    test("the engine accepts the service and nobody who pretends to be it", async () => {
      await managed().check();
      const pretender = createEngine({ baseUrl: peer().baseUrl, serviceAuth: { bearer: "API_wrong" } });
      expect(await outcome(pretender.check())).toBe("unauthorized");
      expect(await outcome(pretender.directory.domains.find("a.test"))).toBe("unauthorized");
    });

    test("a domain is made once, found by name, and removed", async () => {
      const name = await newDomain();
      const { id } = await directory().domains.ensure({ name, description: "Second" });
      expect(await directory().domains.find(name)).toMatchObject({ id });
      expect(await directory().domains.ensure({ name, description: "Second" })).toEqual({ id });
      await directory().domains.remove(name);
      await directory().domains.remove(name);
      expect(await directory().domains.find(name)).toBeNull();
    });

    test("a domain that is moved aside takes its people, their mail and its keys along, and its name starts anew", async () => {
      const name = await newDomain();
      const aside = `${crypto.randomUUID()}.frozen.internal`;
      const { accountId } = await directory().accounts.ensure(account(`ana@${name}`));
      await directory().dkim.ensure({ ...ed25519Key(), domainName: name, selector: "s1", stage: "active" });
      const { id } = (await directory().domains.find(name))!;
      await directory().domains.rename({ id, name: aside });
      await directory().domains.rename({ id, name: aside });
      expect(await directory().domains.find(name)).toBeNull();
      expect(await directory().domains.find(aside)).toMatchObject({ id });
      expect(await directory().accounts.find(`ana@${aside}`)).toMatchObject({ accountId, address: `ana@${aside}` });
      expect(await directory().dkim.list(aside)).toHaveLength(1);
      const fresh = await directory().domains.ensure({ name, description: "Another" });
      expect(fresh.id).not.toBe(id);
      expect(await directory().accounts.find(`ana@${name}`)).toBeNull();
      expect(await directory().dkim.list(name)).toEqual([]);
      expect(await outcome(directory().domains.rename({ id: "zzzzzz", name: `${aside}.internal` }))).toBe("notFound");
      await directory().accounts.remove(`ana@${aside}`);
      await directory().domains.remove(aside);
      await directory().domains.remove(name);
    });

    test("all domains are listed, page by page", async () => {
      const wanted = [await newDomain(), await newDomain(), await newDomain()];
      const names: string[] = [];
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await directory().domains.list({ after, limit: 2 });
        expect(page.names.length).toBeLessThanOrEqual(2);
        names.push(...page.names);
        after = page.next;
      }
      expect(names).toEqual(expect.arrayContaining(wanted));
      expect(new Set(names).size).toBe(names.length);
      for (const name of wanted) await directory().domains.remove(name);
    });

    test("a domain with people in it is not removed, and keeps its DKIM keys", async () => {
      const name = await newDomain();
      await directory().accounts.ensure(account(`ana@${name}`));
      await directory().dkim.ensure({ ...ed25519Key(), domainName: name, selector: "s1", stage: "active" });
      expect(await outcome(directory().domains.remove(name))).toBe("conflict");
      expect(await directory().dkim.list(name)).toHaveLength(1);
      await directory().accounts.remove(`ana@${name}`);
      await directory().domains.remove(name);
    });

    test("another key under the same selector takes the place of the one before", async () => {
      const domainName = await newDomain();
      const key = { domainName, selector: "dm1", stage: "pending" as const };
      const first = ed25519Key();
      const { id } = await directory().dkim.ensure({ ...key, ...first, stage: "active" });
      const second = await directory().dkim.ensure({ ...key, ...ed25519Key() });
      expect(second.id).not.toBe(id);
      expect(await directory().dkim.list(domainName)).toMatchObject([{ selector: "dm1", stage: "pending" }]);
      expect(await directory().dkim.ensure({ ...key, ...first })).not.toEqual(second);
      await directory().domains.remove(domainName);
    });

    test("DKIM keys of both kinds are imported, activated, retired and removed", async () => {
      const domainName = await newDomain();
      const [rsa, ed] = [rsaKey(), ed25519Key()];
      const { id } = await directory().dkim.ensure({ ...rsa, domainName, selector: "r1", stage: "pending" });
      await directory().dkim.ensure({ ...ed, domainName, selector: "e1", stage: "pending" });
      expect(await directory().dkim.ensure({ ...rsa, domainName, selector: "r1", stage: "active" })).toEqual({ id });
      const listed = (await directory().dkim.list(domainName)).sort((a, b) => a.selector.localeCompare(b.selector));
      expect(listed).toEqual([
        { domainName, selector: "e1", algorithm: "ed25519-sha256", stage: "pending" },
        { domainName, selector: "r1", algorithm: "rsa-sha256", stage: "active" },
      ]);
      await directory().dkim.remove(domainName, "r1");
      await directory().dkim.remove(domainName, "r1");
      expect((await directory().dkim.list(domainName)).map(({ selector }) => selector)).toEqual(["e1"]);
      await directory().domains.remove(domainName);
      expect(await directory().dkim.list(domainName)).toEqual([]);
    });

    test("an account is made once by its address and then kept as wanted", async () => {
      const name = await newDomain();
      const wanted = account(`ana@${name}`);
      const both = await Promise.all([directory().accounts.ensure(wanted), directory().accounts.ensure(wanted)]);
      const { accountId } = both[0];
      expect(both[1]).toEqual({ accountId });
      const { passwordHash: _, ...shown } = wanted;
      expect(await directory().accounts.find(wanted.address)).toEqual({ ...shown, accountId });
      const changed = { ...wanted, displayName: "Ana R.", quotaBytes: 0, blocks: ["signIn", "send"] as const };
      expect(await directory().accounts.ensure(changed)).toEqual({ accountId });
      expect(await directory().accounts.find(wanted.address)).toMatchObject({
        displayName: "Ana R.",
        quotaBytes: 0,
        blocks: ["signIn", "send"],
      });
      await directory().accounts.remove(wanted.address);
      await directory().accounts.remove(wanted.address);
      expect(await directory().accounts.find(wanted.address)).toBeNull();
      expect(await outcome(directory().accounts.ensure(account(`ana@unheard-of-${name}`)))).toBe("notFound");
      await directory().domains.remove(name);
    });

    test("the addresses of a domain are listed page by page, and their use of storage is known", async () => {
      const name = await newDomain();
      const addresses = ["ana", "bo", "cleo"].map((local) => `${local}@${name}`);
      const ids: string[] = [];
      for (const address of addresses) ids.push((await directory().accounts.ensure(account(address))).accountId);
      const first = await directory().accounts.listAddresses(name, { limit: 2 });
      const second = await directory().accounts.listAddresses(name, { after: first.next, limit: 2 });
      expect([...first.addresses, ...second.addresses].sort()).toEqual(addresses);
      expect(second.next).toBeUndefined();
      await peer().deliver(addresses[0] ?? "", rawMessage(addresses[0] ?? "", "Weighs something"));
      const { secret } = await directory().keys.mint({ accountId: ids[0] ?? "", description: "t", expiresAt: soon() });
      const ana = { address: "", authorization: "", ...countingEngine(peer().baseUrl, `Bearer ${secret}`) };
      await rowWith(ana, "Weighs something");
      const usage = await directory().accounts.usage([...ids, "zzzzzz"]);
      expect(usage.get(ids[0] ?? "")).toBeGreaterThan(100);
      expect(usage.get(ids[1] ?? "")).toBe(0);
      expect(usage.has("zzzzzz")).toBe(false);
      for (const address of addresses) await directory().accounts.remove(address);
      await directory().domains.remove(name);
    });

    test("a session key opens one mailbox for mail only, until it is destroyed", async () => {
      const name = await newDomain();
      const { accountId } = await directory().accounts.ensure(account(`ana@${name}`));
      const mint = () => directory().keys.mint({ accountId, description: "webmail", expiresAt: soon() });
      const [first, second] = await Promise.all([mint(), mint()]);
      expect(first.keyId).not.toBe(second.keyId);
      expect((await managed().forUser(first.secret).mailboxes.list()).length).toBeGreaterThanOrEqual(5);
      const asService = createEngine({ baseUrl: peer().baseUrl, serviceAuth: { bearer: first.secret } });
      expect(await outcome(asService.directory.accounts.find(`ana@${name}`))).not.toBe("succeeded");
      await directory().keys.destroy({ accountId, keyId: first.keyId });
      await directory().keys.destroy({ accountId, keyId: first.keyId });
      expect(await outcome(managed().forUser(first.secret).mailboxes.list())).toBe("unauthorized");
      expect(await outcome(managed().forUser(second.secret).mailboxes.list())).toBe("succeeded");
      await directory().accounts.remove(`ana@${name}`);
      await directory().domains.remove(name);
    });

    test("suspension closes the mailbox to its keys and its password, resumption opens it again", async () => {
      const name = await newDomain();
      const wanted = account(`ana@${name}`);
      const { accountId } = await directory().accounts.ensure(wanted);
      const { secret } = await directory().keys.mint({ accountId, description: "webmail", expiresAt: soon() });
      const basic = authorizationOf({ basic: { user: wanted.address, password: "correct horse battery 42" } });
      const attempts = () =>
        Promise.all([
          outcome(managed().forUser(secret).mailboxes.list()),
          outcome(countingEngine(peer().baseUrl, basic).engine.mailboxes.list()),
        ]);
      expect(await attempts()).toEqual(["succeeded", "succeeded"]);
      await directory().accounts.ensure({ ...wanted, blocks: ["signIn", "send"] });
      expect(await attempts()).toEqual(["unauthorized", "unauthorized"]);
      await directory().accounts.ensure(wanted);
      expect(await attempts()).toEqual(["succeeded", "succeeded"]);
      await directory().accounts.remove(wanted.address);
      await directory().domains.remove(name);
    });

    test.skipIf(!features.has("endsStreams"))(
      "the open inbox of a destroyed session ends as unauthorized",
      async () => {
        const name = await newDomain();
        const { accountId } = await directory().accounts.ensure(account(`ana@${name}`));
        const { keyId, secret } = await directory().keys.mint({ accountId, description: "t", expiresAt: soon() });
        const events = managed().forUser(secret).events(new AbortController().signal)[Symbol.asyncIterator]();
        expect(await outcome(events.next())).toBe("succeeded");
        await directory().keys.destroy({ accountId, keyId });
        expect(await outcome(events.next())).toBe("unauthorized");
        await directory().accounts.remove(`ana@${name}`);
        await directory().domains.remove(name);
      },
    );
  });
}

const pem = { type: "pkcs8", format: "pem" } as const;
const spki = { type: "spki", format: "pem" } as const;

function rsaKey() {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: pem,
    publicKeyEncoding: spki,
  });
  return { algorithm: "rsa-sha256" as const, privateKey };
}

function ed25519Key() {
  const { privateKey } = generateKeyPairSync("ed25519", { privateKeyEncoding: pem, publicKeyEncoding: spki });
  return { algorithm: "ed25519-sha256" as const, privateKey };
}
