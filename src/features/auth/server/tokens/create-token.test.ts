import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { apiTokens, auditLogs } from "../../../../../db/schema";
import { addDomain } from "~/features/domains/server/add-domain";
import { isApiToken } from "~/server/rest/token-format";
import { hashToken } from "~/server/session-token";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { CreateToken } from "../../schema/tokens";
import { createToken } from "./create-token";

const { services, owner: database } = await testServices();
const { ctx } = await testMember(services);
const token = (more: Partial<CreateToken> = {}) =>
  CreateToken.parse({ name: "Deploy", holder: "me", scopes: ["users:read"], ...more });

test("V13.3.1 a token is shown once: the database has its hash, the audit log neither", async () => {
  const { token: made, secret } = await createToken(ctx, token());
  expect(isApiToken(secret)).toBe(true);
  expect(made).toMatchObject({ hint: secret.slice(-4), scopes: ["users:read"], isExpired: false });
  const [row] = await database.select().from(apiTokens).where(eq(apiTokens.id, made.id));
  expect(row?.tokenHash).toBe(hashToken(secret));
  const audited = await database.select().from(auditLogs).where(eq(auditLogs.subjectId, made.id));
  expect(audited.map(({ action }) => action)).toEqual(["token.create"]);
  expect(JSON.stringify([row, audited])).not.toContain(secret);
  expect(JSON.stringify(audited)).not.toContain(row!.tokenHash);
});

test("it ends after ninety days unless asked otherwise", async () => {
  const days = async (expiresInDays?: number | null) => {
    const { expiresAt, createdAt } = (await createToken(ctx, token({ expiresInDays }))).token;
    return expiresAt && (Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000;
  };
  expect([await days(), await days(7), await days(null)]).toEqual([90, 7, null]);
});

test("V8.2.1 nobody makes a token that may do more than they may", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(createToken(viewer, token({ scopes: ["users:read"] })))).toBe("none");
  expect(await refusalOf(createToken(viewer, token({ scopes: ["users:read", "users:write"] })))).toBe(
    "auth.role_too_low",
  );
  expect(await refusalOf(createToken(viewer, token({ holder: "tenant" })))).toBe("auth.role_too_low");
});

test("V8.4.1 a token is held to domains that its maker has, never to another tenant's", async () => {
  const mine = await addDomain(ctx, { name: "mine.test" });
  const other = await addDomain(ctx, { name: "other.test" });
  const theirs = await addDomain((await testMember(services)).ctx, { name: "theirs.test" });
  const domainAdmin = (await joinTenant(services, ctx.tenantId, "domain_admin", [mine.id])).ctx;
  expect((await createToken(domainAdmin, token({ domainIds: [mine.id, mine.id] }))).token.domainIds).toEqual([mine.id]);
  expect(await refusalOf(createToken(domainAdmin, token({ domainIds: [other.id] })))).toBe("domain.not_found");
  expect(await refusalOf(createToken(ctx, token({ domainIds: [theirs.id] })))).toBe("domain.not_found");
});

test("addresses are kept as ranges, and what is none is named", async () => {
  const made = await createToken(ctx, token({ networks: ["192.0.2.77/24", "2001:db8::1"] }));
  expect(made.token.networks).toEqual(["192.0.2.0/24", "2001:db8::1/128"]);
  expect(await refusalOf(createToken(ctx, token({ networks: ["192.0.2.0/24", "office"] })))).toBe("request.invalid");
});

test("V2.3.4 a tenant has a hundred tokens at most, however many ask at once", async () => {
  const { ctx: full } = await testMember(services);
  await Promise.all(Array.from({ length: 95 }, () => createToken(full, token())));
  const asked = await Promise.all(Array.from({ length: 10 }, () => refusalOf(createToken(full, token()))));
  expect(asked.filter((answer) => answer === "none").length).toBe(5);
  expect(new Set(asked)).toEqual(new Set(["none", "tenant.limit_reached"]));
});
