import { expect, test } from "bun:test";
import { testMember, testServices } from "~/server/testing";
import { exportTenant } from "./export-tenant";

const { services } = await testServices();

test("the pieces make one JSON document, also of a tenant in which nothing is", async () => {
  const { ctx } = await testMember(services);
  const pieces: string[] = [];
  for await (const piece of exportTenant(ctx)) pieces.push(piece);
  const file = JSON.parse(pieces.join("")) as Record<string, unknown>;
  expect(Object.keys(file)).toEqual([
    ...["exportedAt", "tenant", "members", "invitations", "domains", "dkimKeys", "dnsRecords"],
    ...["dnsChanges", "dnsConnections", "dnsShares", "domainHistory", "domainAlerts"],
    ...["mailUsers", "submissions", "apiTokens", "webhooks", "auditLog"],
  ]);
  expect(file["domains"]).toEqual([]);
});
