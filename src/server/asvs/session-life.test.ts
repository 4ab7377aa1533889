import { expect, test } from "bun:test";
import { signedInMember } from "../isolation/testing-signed-in";
import { testServices } from "../testing";

const { services: present } = await testServices();
let aheadMs = 0;
const services = { ...present, now: () => new Date(Date.now() + aheadMs) };
const dayMs = 86_400_000;

test("V7.3.1 a session that nobody used for a week opens nothing; one that is used each day goes on", async () => {
  const [idle, used] = [await signedInMember(services, "viewer"), await signedInMember(services, "viewer")];
  for (let day = 0; day < 8; day++) {
    aheadMs += dayMs;
    expect([day, (await used.visit()).member?.memberId]).toEqual([day, used.ctx.actor.memberId]);
  }
  expect((await idle.visit()).member).toBeNull();
});

test("V7.3.2 however often it is used, a session ends thirty days after the sign-in", async () => {
  const { visit, ctx } = await signedInMember(services, "viewer");
  const seen: boolean[] = [];
  for (let day = 1; day <= 32; day++) {
    aheadMs += dayMs;
    seen.push((await visit()).member?.memberId === ctx.actor.memberId);
  }
  expect([seen.indexOf(false) >= 29 && seen.indexOf(false) <= 30, seen.at(-1)]).toEqual([true, false]);
});
