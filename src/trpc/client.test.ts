import { expect, test } from "bun:test";
import { appRouter } from "../router";
import { anonymousContext, testMember, testServices } from "../server/testing";
import type { Context } from "../server/context";
import { trpc } from "./client";
import { runInRequestScope } from "./request-scope";

const { services } = await testServices();
const { context } = await testMember(services, "admin");

/** Runs `work` as a page that is rendered for whoever `asks`. */
const rendering = <T>(asks: Context, work: () => T) => {
  const createContext = async () => asks;
  return runInRequestScope({ nonce: "n", locale: "en", theme: "system", router: appRouter, createContext }, work);
};

test("a page that is rendered on the server reads as whoever asked for it", async () => {
  expect((await rendering(context, () => trpc.auth.me.query())).member.role).toBe("admin");
});

test("what a procedure refuses reaches the page as the failure's key", async () => {
  const refused = rendering(anonymousContext(services), () => trpc.auth.me.query());
  const error = await refused.catch((reason: { data: { failure: { key: string } } }) => reason);
  expect(error).toMatchObject({ data: { failure: { key: "auth.required" } } });
});

test("two pages that are rendered at once do not answer for each other", async () => {
  const other = await testMember(services, "viewer");
  const roles = await Promise.all([context, other.context].map((asks) => rendering(asks, () => trpc.auth.me.query())));
  expect(roles.map(({ member }) => member.role)).toEqual(["admin", "viewer"]);
});

test("a stream that is given up before it has begun never begins", async () => {
  const heard: string[] = [];
  await rendering(context, async () => {
    const stream = trpc.live.events.subscribe(undefined, { onStarted: () => heard.push("started") });
    stream.unsubscribe();
    await trpc.auth.me.query();
  });
  expect(heard).toEqual([]);
});
