import { describe, expect, test } from "bun:test";
import { testAccount, managedDirectory, newDomain, sessionOf } from "./contract-directory-parts.ts";
import { outcome } from "./contract-outcome.ts";
import { rawMessage, rowWith } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";

/** Who gets the mail for which address: aliases, new names, groups, catch-all, tags, forwarding. */
export function addressContract({ peer }: Contract) {
  const directory = () => managedDirectory(peer());
  const deliver = (address: string, subject: string, headers?: Record<string, string>) =>
    peer().deliver(address, rawMessage(address, subject, headers));

  describe.concurrent("addresses", () => {
    test("an alias reaches its person in any of our domains, and is let go when it is no longer wanted", async () => {
      const [name, other] = [await newDomain(peer()), await newDomain(peer())];
      const ana = testAccount(`ana@${name}`);
      const aliases = [`sales@${name}`, `ana@${other}`];
      const { accountId } = await directory().accounts.ensure({ ...ana, aliases });
      expect(await directory().accounts.find(ana.address)).toMatchObject({ aliases });
      const session = await sessionOf(peer(), accountId);
      for (const address of aliases) {
        await deliver(address, `For ${address}`);
        await rowWith(session, `For ${address}`);
      }
      expect(await outcome(directory().accounts.ensure(testAccount(`sales@${name}`)))).toBe("conflict");
      // Left as they are when nothing is said of them.
      await directory().accounts.ensure(ana);
      expect(await directory().accounts.find(ana.address)).toMatchObject({ aliases });
      await directory().accounts.ensure({ ...ana, aliases: [`ana@${other}`] });
      expect(await outcome(deliver(`sales@${name}`, "Too late"))).toBe("refusedMail");
      await directory().accounts.ensure({ ...ana, aliases: [] });
      await directory().accounts.remove(ana.address);
      for (const domain of [name, other]) await directory().domains.remove(domain);
    });

    test("a person who is renamed keeps the mail, and the old address is free or an alias", async () => {
      const [name, other] = [await newDomain(peer()), await newDomain(peer())];
      const { accountId } = await directory().accounts.ensure(testAccount(`ana@${name}`));
      const session = await sessionOf(peer(), accountId);
      await deliver(`ana@${name}`, "Before");
      await rowWith(session, "Before");
      const renamed = { ...testAccount(`anna@${other}`), accountId, aliases: [`ana@${name}`] };
      expect(await directory().accounts.ensure(renamed)).toEqual({ accountId });
      expect(await directory().accounts.ensure(renamed)).toEqual({ accountId });
      expect(await directory().accounts.find(`ana@${name}`)).toBeNull();
      expect(await directory().accounts.find(`anna@${other}`)).toMatchObject({ accountId });
      await deliver(`ana@${name}`, "After");
      await rowWith(session, "After");
      await rowWith(session, "Before");
      const bo = await directory().accounts.ensure(testAccount(`bo@${other}`));
      const clash = { ...testAccount(`anna@${other}`), accountId: bo.accountId };
      expect(await outcome(directory().accounts.ensure(clash))).toBe("conflict");
      // An account that an engine restored from before does not have is known by its address.
      expect(await directory().accounts.ensure({ ...renamed, accountId: "zzzzzz" })).toEqual({ accountId });
      for (const address of [`anna@${other}`, `bo@${other}`]) await directory().accounts.remove(address);
      for (const domain of [name, other]) await directory().domains.remove(domain);
    });

    test("mail to somebody who may not receive is refused at once and for good", async () => {
      const name = await newDomain(peer());
      const ana = testAccount(`ana@${name}`);
      await directory().accounts.ensure({ ...ana, blocks: ["receive"] });
      expect(await directory().accounts.find(ana.address)).toMatchObject({ blocks: ["receive"] });
      expect(await outcome(deliver(ana.address, "Not now"))).toBe("refusedMail");
      const { accountId } = await directory().accounts.ensure(ana);
      await deliver(ana.address, "Now");
      await rowWith(await sessionOf(peer(), accountId), "Now");
      await directory().accounts.remove(ana.address);
      await directory().domains.remove(name);
    });

    test("mail to nobody goes where the domain says, and a tag behind a plus counts only where it may", async () => {
      const name = await newDomain(peer());
      const ana = await directory().accounts.ensure(testAccount(`ana@${name}`));
      const session = await sessionOf(peer(), ana.accountId);
      await deliver(`ana+shop@${name}`, "Tagged");
      await rowWith(session, "Tagged");
      const settings = { name, description: "First" };
      await directory().domains.ensure({ ...settings, subAddressing: false });
      await directory().domains.ensure(settings);
      expect(await outcome(deliver(`ana+shop@${name}`, "Refused"))).toBe("refusedMail");
      await directory().domains.ensure({ ...settings, catchAll: `ana@${name}` });
      await deliver(`nobody@${name}`, "Caught");
      await rowWith(session, "Caught");
      await directory().domains.ensure({ ...settings, catchAll: null, subAddressing: true });
      expect(await outcome(deliver(`nobody@${name}`, "Refused"))).toBe("refusedMail");
      await directory().accounts.remove(`ana@${name}`);
      await directory().domains.remove(name);
    });

    test("a list reaches everybody once, also through a list in it, and never goes round in circles", async () => {
      const name = await newDomain(peer());
      const [ana, bo] = [testAccount(`ana@${name}`), testAccount(`bo@${name}`)];
      const sessions = [];
      for (const one of [ana, bo])
        sessions.push(await sessionOf(peer(), (await directory().accounts.ensure(one)).accountId));
      const team = { address: `team@${name}`, description: "Team", recipients: [ana.address, `all@${name}`] };
      const { id } = await directory().lists.ensure(team);
      await directory().lists.ensure({
        address: `all@${name}`,
        description: "",
        recipients: [bo.address, team.address, ana.address],
      });
      expect(await directory().lists.ensure(team)).toEqual({ id });
      const found = await directory().lists.find(team.address);
      expect({ ...found, recipients: [...(found?.recipients ?? [])].sort() }).toEqual({
        ...team,
        recipients: [...team.recipients].sort(),
      });
      await deliver(team.address, "To all of you");
      for (const session of sessions) {
        await rowWith(session, "To all of you");
        expect((await session.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 })).threads).toHaveLength(1);
      }
      expect((await listsOf(name)).sort()).toEqual([`all@${name}`, team.address]);
      expect(await outcome(directory().lists.ensure({ ...team, address: ana.address }))).toBe("conflict");
      expect(await outcome(directory().domains.remove(name))).toBe("conflict");
      for (const address of [team.address, team.address, `all@${name}`]) await directory().lists.remove(address);
      expect(await directory().lists.find(team.address)).toBeNull();
      expect(await outcome(deliver(team.address, "Too late"))).toBe("refusedMail");
      for (const { address } of [ana, bo]) await directory().accounts.remove(address);
      await directory().domains.remove(name);
    });

    test("a person's filter sends mail on, keeps a copy if it says so, and a circle of two ends", async () => {
      const name = await newDomain(peer());
      const [ana, bo] = [testAccount(`ana@${name}`), testAccount(`bo@${name}`)];
      const first = await sessionOf(peer(), (await directory().accounts.ensure(ana)).accountId);
      const second = await sessionOf(peer(), (await directory().accounts.ensure(bo)).accountId);
      const forward = (to: string, copy = "") => ({
        name: "forwarding",
        content: `require ["copy"];\r\nredirect${copy} "${to}";\r\n`,
      });
      await first.engine.sieve.activate(forward(bo.address));
      await first.engine.sieve.activate(forward(bo.address, " :copy"));
      expect(await first.engine.sieve.find("forwarding")).toEqual({
        content: forward(bo.address, " :copy").content,
        isActive: true,
      });
      await second.engine.sieve.activate(forward(ana.address));
      await deliver(ana.address, "Round and round");
      await rowWith(first, "Round and round");
      await second.engine.sieve.remove("forwarding");
      await second.engine.sieve.remove("forwarding");
      expect(await second.engine.sieve.find("forwarding")).toBeNull();
      await deliver(ana.address, "Straight");
      await rowWith(second, "Straight");
      const broken = first.engine.sieve.activate({ name: "forwarding", content: "redirect nobody" });
      expect(await outcome(broken)).toBe("refused");
      for (const { address } of [ana, bo]) await directory().accounts.remove(address);
      await directory().domains.remove(name);
    });
  });

  async function listsOf(domainName: string) {
    const addresses: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await directory().lists.listAddresses(domainName, { after, limit: 2 });
      addresses.push(...page.addresses);
      after = page.next;
    }
    return addresses;
  }
}
