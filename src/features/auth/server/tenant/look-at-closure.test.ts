import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { linkTo } from "../team/testing-team";
import { closeTenant } from "./close-tenant";
import { lookAtClosure } from "./look-at-closure";

const { services, owner: db } = await testServices();
const { ctx } = await testMember(services);
await closeTenant(ctx, { name: "Test" });
const token = await linkTo(services, db, ctx.actor.email);
const look = (given: string) => testBrowser(services).visit((as) => lookAtClosure(as, { token: given }));

test("the link says which tenant was closed and until when it can come back", async () => {
  const { company, eraseAt } = await look(token);
  expect([company, Date.parse(eraseAt) > Date.now() + 29 * 86_400_000]).toEqual(["Test", true]);
});

test("what this server did not make says nothing, and V2.4.1 is not guessed at leisure", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 60; i++) outcomes.push(await refusalOf(look(`${"x".repeat(40)}${i}`)));
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["auth.link_invalid", "request.too_many"]);
});
