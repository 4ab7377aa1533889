import { expect, test } from "bun:test";
import { receivedHop } from "./received-hop";

test("a trace line tells who handed the message to whom, and when", () => {
  expect(
    receivedHop(
      "from mx.far.example (mx.far.example [192.0.2.7]) by mail.acme.test with ESMTPS id 1; Mon, 2 Nov 2026 10:00:00 +0100 (CET)",
    ),
  ).toEqual({ from: "mx.far.example", by: "mail.acme.test", at: "2026-11-02T09:00:00.000Z" });
});

test("what a trace line does not say stays open, however it was mangled", () => {
  expect(receivedHop("")).toEqual({ from: "", by: "", at: null });
  expect(receivedHop("by mail.acme.test; yesterday")).toEqual({ from: "", by: "mail.acme.test", at: null });
  expect(receivedHop("from")).toEqual({ from: "", by: "", at: null });
  const begun = performance.now();
  receivedHop(`from ${"(".repeat(20_000)}`);
  expect(performance.now() - begun).toBeLessThan(200);
});
