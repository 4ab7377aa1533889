import type Redis from "ioredis";

/** Texts that no program of ours ever wrote. */
export const garbage = [
  ...[
    "",
    " ",
    "null",
    "true",
    "0",
    "-1",
    "NaN",
    "[]",
    "{}",
    '"',
    "{",
    "[[[[",
    "undefined",
    "\u0000",
    "\ud800",
    "\u2028",
  ],
  ...[
    '{"__proto__":{"isAdmin":true}}',
    '{"tenantId":1}',
    '{"tenantId":"x","topic":"mail"}',
    "..",
    "a.b.c",
    "e30.e30.e30",
  ],
  ...["eyJhbGciOiJub25lIn0.e30.", "x".repeat(100_000), "%00", "%ff%fe", "../../etc/passwd", "' or 1=1 --"],
];

/** Ways to put something else into a key than what belongs there. */
export const createRedisGarbage = (redis: Redis): ((key: string) => Promise<unknown>)[] => [
  ...garbage.slice(0, 12).map((text) => (key: string) => redis.set(key, text)),
  async (key) => [await redis.del(key), await redis.lpush(key, "a", "b")],
  async (key) => [await redis.del(key), await redis.hset(key, "a", "b")],
  async (key) => [await redis.del(key), await redis.zadd(key, 1, "b")],
  async (key) => [await redis.del(key), await redis.set(key, "9".repeat(40))],
];
