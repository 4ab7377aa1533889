import { expect, test } from "bun:test";
import { testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { lookAtServers } from "./look-at-servers";

const { services } = await testServices();
const { ctx } = await testMember(services);

test("a domain whose name servers cannot be found is told as such, and the public resolvers are named", async () => {
  const platform = {
    ...services.platform,
    trialZone: null,
    dnsServers: ["127.0.0.1:1"],
    publicResolvers: ["192.0.2.53"],
  };
  const { id: domainId } = await addDomain(ctx, { name: "nowhere.test" });
  const servers = await lookAtServers({ ...ctx, platform }, { domainId });
  expect(servers).toMatchObject({ zone: null, isTrial: false, servers: [], resolvers: ["192.0.2.53"] });
});
