import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { CreateToken } from "~/features/auth/schema/tokens";
import { createToken } from "~/features/auth/server/tokens/create-token";
import { apiTokens, auditLogs } from "../../../db/schema";
import { anonymousContext, testMember, testServices } from "../testing";
import { tokenBearerOf } from "./api-token";
import { noteTokenUse } from "./note-token-use";

const { services: present, owner: database } = await testServices();
let aheadMs = 0;
const services = { ...present, now: () => new Date(Date.now() + aheadMs) };
const { ctx } = await testMember(services);

async function usedToken() {
  const made = await createToken(ctx, CreateToken.parse({ name: "Deploy", holder: "me", scopes: ["users:read"] }));
  const use = async (ip: string) =>
    noteTokenUse({ ...anonymousContext(services), ip, token: await tokenBearerOf(services, made.secret, ip) });
  const row = async () => (await database.select().from(apiTokens).where(eq(apiTokens.id, made.token.id)))[0]!;
  const networks = async () =>
    (await database.select().from(auditLogs).where(eq(auditLogs.subjectId, made.token.id)))
      .filter(({ action }) => action === "token.use")
      .map(({ after, actor }) => [(after as { network: string }).network, actor]);
  return { use, row, networks, actor: `token:${made.token.id}` };
}

test("V16.3.1 the first use from each network is in the audit log, once", async () => {
  const { use, networks, actor } = await usedToken();
  for (const ip of ["192.0.2.1", "192.0.2.1", "2001:db8::1", "2001:db8::2", "192.0.2.1"]) await use(ip);
  const both = [
    ["192.0.2.1", actor],
    ["2001:db8:0:0::/64", actor],
  ];
  expect(await networks()).toEqual(both);
  aheadMs += 61_000;
  for (const ip of ["192.0.2.1", "2001:db8::1", "192.0.2.1"]) await use(ip);
  expect(await networks()).toEqual(both);
});

test("the last use is written down at most once a minute", async () => {
  const { use, row } = await usedToken();
  await use("192.0.2.1");
  const first = await row();
  expect(first.lastUsedIp).toBe("192.0.2.1");
  aheadMs += 30_000;
  await use("192.0.2.1");
  expect((await row()).lastUsedAt).toEqual(first.lastUsedAt);
  aheadMs += 31_000;
  await use("192.0.2.1");
  expect((await row()).lastUsedAt).not.toEqual(first.lastUsedAt);
});
