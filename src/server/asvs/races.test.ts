import { expect, setDefaultTimeout, test } from "bun:test";
import { and, eq, isNotNull } from "drizzle-orm";
import { acceptInvitation } from "~/features/auth/server/team/accept-invitation";
import { inviteMember } from "~/features/auth/server/team/invite-member";
import { signUp } from "~/features/auth/server/sign-up";
import { addDomain } from "~/features/domains/server/add-domain";
import { publishInTrial } from "~/features/domains/server/publish-in-trial";
import { asJob } from "~/features/domains/server/testing-domains";
import { verifyDomain } from "~/features/domains/server/verify-domain";
import { createUser } from "~/features/users/server/create-user";
import { domains, mailUsers, notices, people, users } from "../../../db/schema";
import { goodPassword } from "../expectations/testing-expectation";
import { signedInMember } from "../isolation/testing-signed-in";
import { readNotice } from "../notices/read-notice";
import { refusalOf, testMember, testServices } from "../testing";
import { testBrowser } from "../testing-browser";

setDefaultTimeout(120_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const { owner: db } = world;
const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));
const tally = (outcomes: string[]) => outcomes.filter((outcome) => outcome === "none").length;

test("V15.4.2 an invitation that twenty accept at once makes one member", async () => {
  const { ctx } = await signedInMember(services, "owner");
  const email = "raced@team.example";
  await inviteMember(ctx, { email, role: "viewer" });
  const [notice] = await db.select().from(notices).where(eq(notices.recipient, email));
  const token = readNotice(services, notice!).link!.split("#")[1]!;
  const accept = () =>
    testBrowser(services).visit((context) =>
      acceptInvitation(context, { token, name: "Raced", password: goodPassword }),
    );
  const outcomes = await times(20, () => refusalOf(accept()));
  expect(tally(outcomes)).toBe(1);
  expect((await db.select().from(people).where(eq(people.email, email))).length).toBe(1);
  expect((await db.select().from(users).where(eq(users.tenantId, ctx.tenantId))).length).toBe(3);
});

test("V15.4.2 a domain whose proof twenty tenants find at once belongs to one of them", async () => {
  const name = "raced.test";
  const tenants = await times(20, async () => {
    const { ctx } = await testMember(services);
    const { id: domainId } = await addDomain(ctx, { name });
    return { ctx, domainId };
  });
  // All their proofs stand in the zone at once, as in that of somebody who sells a name while others wait for it.
  for (const { ctx, domainId } of tenants) await publishInTrial(ctx, { domainId }).catch(() => {});
  await times(20, (at) =>
    verifyDomain(asJob(services, tenants[at]!.ctx), { domainId: tenants[at]!.domainId }).catch(() => {}),
  );
  const proven = await db
    .select()
    .from(domains)
    .where(and(eq(domains.name, name), isNotNull(domains.provenAt)));
  expect(proven.length).toBe(1);
});

test("V15.4.2 an address that twenty calls want at once is given once", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await addDomain(ctx, { name: "address.test" });
  await publishInTrial(ctx, { domainId });
  await verifyDomain(asJob(services, ctx), { domainId });
  await db.update(domains).set({ state: "active" }).where(eq(domains.id, domainId));
  const form = { domainId, localPart: "ana", displayName: "", password: goodPassword, quotaBytes: 1024 ** 3 };
  const outcomes = await times(20, () => refusalOf(createUser(ctx, form)));
  expect([tally(outcomes), new Set(outcomes)]).toEqual([1, new Set(["none", "user.address_taken"])]);
  expect((await db.select().from(mailUsers).where(eq(mailUsers.domainId, domainId))).length).toBe(1);
});

test("V15.4.2 of twenty who sign up with one address at once, none gets into another's tenant", async () => {
  const account = { email: "many@a.example", password: goodPassword };
  const tenants = await times(20, (at) =>
    testBrowser(services).visit(
      async (context) => (await signUp(context, { company: `Company ${at}`, ...account })).tenant,
    ),
  );
  expect(new Set(tenants.map(({ id }) => id)).size).toBe(20);
  expect(tenants.map(({ name }) => name)).toEqual(tenants.map((_, at) => `Company ${at}`));
});
