import { expect, test } from "bun:test";
import { blocksOf } from "./blocks-of";

const free = {
  ...{ state: "active" as const, maySignIn: true, maySend: true, mayReceive: true, sendingPausedAt: null },
  ...{ tenantState: "active" as const, isFrozen: false },
};

test.each([
  ["nothing is wrong", {}, []],
  ["may not sign in", { state: "suspended" as const, maySignIn: false }, ["signIn"]],
  ["may not send", { state: "suspended" as const, maySend: false }, ["send"]],
  ["gets no mail", { state: "suspended" as const, mayReceive: false }, ["receive"]],
  ["may do nothing", { maySignIn: false, maySend: false, mayReceive: false }, ["signIn", "send", "receive"]],
  ["the guard saw something", { sendingPausedAt: new Date() }, ["send"]],
  ["the tenant is suspended", { tenantState: "suspended" as const }, ["signIn", "send"]],
  ["the tenant is closed", { tenantState: "closed" as const }, ["signIn", "send"]],
  ["the domain is frozen", { isFrozen: true }, ["signIn", "send"]],
  [
    "the domain is frozen and no mail was to come",
    { isFrozen: true, mayReceive: false },
    ["signIn", "send", "receive"],
  ],
  ["the user is deleted", { state: "deleted" as const }, ["signIn", "send", "receive"]],
] as const)("%s", (_, facts, blocks) => expect(blocksOf({ ...free, ...facts })).toEqual([...blocks]));
