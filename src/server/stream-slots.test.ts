import { expect, test } from "bun:test";
import { appRouter } from "../router";
import { inStreamSlot } from "./stream-slots";
import { testMember, testServices } from "./testing";
import { createCallerFactory } from "./trpc";

const { services } = await testServices();

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
    yield await Promise.reject(new Error("down"));
  };
  for (let i = 0; i < 30; i++)
    expect(
      await inStreamSlot("cleo", failing)
        .next()
        .catch(() => "failed"),
    ).toBe("failed");
  expect(await refusalOf(inStreamSlot("cleo", endless))).toBe("none");
});

test("a page that is one too many is told so, and not that something broke", async () => {
  const { context, ctx } = await testMember(services);
  const held = Array.from({ length: 20 }, () => inStreamSlot(ctx.actor.memberId, endless));
  for (const stream of held) await stream.next();
  const events = (await createCallerFactory(appRouter)(context).live.events()) as AsyncIterable<unknown>;
  const refusal = await Array.fromAsync(events).catch((error) => error.code);
  expect(refusal).toBe("TOO_MANY_REQUESTS");
});
