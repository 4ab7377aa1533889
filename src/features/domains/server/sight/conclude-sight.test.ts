import { expect, test } from "bun:test";
import type { SightAnswer } from "../../schema/sight";
import { concludeSight } from "./conclude-sight";

const answer = (from: SightAnswer["from"], sees: SightAnswer["sees"], ttlSeconds: number | null = 60): SightAnswer => ({
  ...{ from, name: "ns", address: "192.0.2.1", sees, records: [], absent: null, failure: null, ede: null },
  ...{ ttlSeconds, ms: 5 },
});
const zone = (sees: SightAnswer["sees"]) => answer("zone", sees);
const resolver = (sees: SightAnswer["sees"], ttl?: number | null) => answer("resolver", sees, ttl);

test("a record that all servers and resolvers show is seen by everyone", () => {
  const sight = concludeSight([zone("yes"), zone("yes"), resolver("yes"), resolver("yes")]);
  expect(sight).toEqual({ verdict: "everyone", waitSeconds: null });
});

test("what could not be asked takes nothing away from what the others show", () => {
  expect(concludeSight([zone("yes"), zone("unknown"), resolver("unknown")]).verdict).toBe("everyone");
});

test("resolvers that still keep an older answer are waited for as long as the last of them may", () => {
  const sight = concludeSight([zone("yes"), resolver("yes"), resolver("no", 900), resolver("other", 120)]);
  expect(sight).toEqual({ verdict: "resolvers_later", waitSeconds: 900 });
});

test("no time is promised when a resolver does not tell how long it keeps its answer", () => {
  const sight = concludeSight([zone("yes"), resolver("no", null), resolver("no", 30)]);
  expect(sight).toEqual({ verdict: "resolvers_later", waitSeconds: null });
});

test("servers of one zone that show different things are told apart from a record that is missing", () => {
  expect(concludeSight([zone("yes"), zone("no"), resolver("yes")]).verdict).toBe("servers_differ");
  expect(concludeSight([zone("no"), zone("other"), resolver("no")]).verdict).toBe("nobody");
});

test("a record that was removed and that resolvers still show is known to vanish", () => {
  expect(concludeSight([zone("no"), resolver("yes", 300)])).toEqual({ verdict: "cached_only", waitSeconds: 300 });
});

test("where the zone's own servers cannot be asked, the resolvers speak", () => {
  expect(concludeSight([zone("unknown"), resolver("yes"), resolver("yes")]).verdict).toBe("resolvers_only");
  expect(concludeSight([zone("unknown"), resolver("yes"), resolver("no")]).verdict).toBe("resolvers_none");
  expect(concludeSight([zone("unknown"), resolver("unknown")]).verdict).toBe("unknown");
  expect(concludeSight([]).verdict).toBe("unknown");
});

test("a domain whose signatures do not hold is not called seen, although those who do not check them see it", () => {
  const broken: SightAnswer = { ...resolver("unknown"), failure: "dnssec" };
  expect(concludeSight([zone("yes"), resolver("yes"), broken]).verdict).toBe("signatures_broken");
});
