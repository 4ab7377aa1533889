import { expect, test } from "bun:test";
import { inStreamSlot } from "./stream-slots";

async function* endless() {
  for (;;) yield "event";
}

const refusalOf = (stream: AsyncGenerator<string>) =>
  stream.next().then(
    () => "none",
    (error) => error.key,
  );

test("one person keeps twenty streams open, and another is not affected", async () => {
  const streams = Array.from({ length: 20 }, () => inStreamSlot("ana", endless));
  for (const stream of streams) expect((await stream.next()).value).toBe("event");
  expect(await refusalOf(inStreamSlot("ana", endless))).toBe("request.too_many");
  expect(await refusalOf(inStreamSlot("ben", endless))).toBe("none");
  await streams[0]!.return(undefined);
  expect(await refusalOf(inStreamSlot("ana", endless))).toBe("none");
});

test("a stream that fails gives its place back", async () => {
  const failing = async function* (): AsyncGenerator<string> {
    throw new Error("down");
  };
  for (let i = 0; i < 30; i++)
    expect(
      await inStreamSlot("cleo", failing)
        .next()
        .catch(() => "failed"),
    ).toBe("failed");
  expect(await refusalOf(inStreamSlot("cleo", endless))).toBe("none");
});
