import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { createEngine } from "../create-engine";

const { services, engineUrl, engineAuth } = await testServices();

test("two processes that make the same accounts at the same time both get them, each once", async () => {
  await services.engine.directory.domains.ensure({ name: "both.test", description: "" });
  const processes = [services.engine, createEngine({ baseUrl: engineUrl, serviceAuth: engineAuth })];
  const passwordHash =
    "$argon2id$v=19$m=19456,t=2,p=1$j2/TvnAEG5Rr2rj9v30Eng$jihtHOUh/ZQo2LaX4oLsTniXbF80ZfbbRs5wMe57m7I";
  for (let at = 0; at < 20; at++) {
    const account = {
      ...{ address: `u${at}@both.test`, displayName: "", quotaBytes: 1024 ** 3, passwordHash, blocks: [] as const },
    };
    const [one, other] = await Promise.all(processes.map(({ directory }) => directory.accounts.ensure(account)));
    expect(one).toEqual(other!);
  }
});
