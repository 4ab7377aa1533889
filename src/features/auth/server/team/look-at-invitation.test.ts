import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { users } from "../../../../../db/schema";
import { lookAtInvitation } from "./look-at-invitation";
import { invited } from "./testing-team";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
const token = await invited(services, db, owner, "new@team.example", "admin");
const look = (given: string) => testBrowser(services).visit((ctx) => lookAtInvitation(ctx, { token: given }));

test("the link says who invites whom, where to and as what, and nothing else", async () => {
  expect(await look(token)).toEqual({
    ...{ company: "Test", email: "new@team.example", role: "admin" },
    ...{ inviter: owner.actor.email, next: "sign_up" },
  });
});

test("V2.4.1 links are not guessed at leisure", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 61; i++) outcomes.push(await refusalOf(look(`guess-${i}-of-a-link-of-ours`)));
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["auth.link_invalid", "request.too_many"]);
});

test("an invitation outlives who sent it", async () => {
  const { ctx: gone } = await testMember(services);
  const late = await invited(services, db, gone, "later@team.example");
  await db.delete(users).where(eq(users.id, gone.actor.memberId));
  const calm = { ...services, rateLimit: async () => {} };
  const seen = await testBrowser(calm).visit((ctx) => lookAtInvitation(ctx, { token: late }));
  expect(seen.inviter).toBeNull();
});
