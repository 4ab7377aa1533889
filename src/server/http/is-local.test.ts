import { expect, test } from "bun:test";
import { isLocal } from "./is-local";

const asked = (url: string, ip: string, headers: Record<string, string> = {}) =>
  isLocal(new Request(url, { headers }), ip);

test.each(["http://localhost:3000/trial", "http://127.0.0.1:3000/trial", "http://[::1]:3000/trial"])(
  "whoever opens %p on the machine itself is local",
  (url) => {
    expect([asked(url, "127.0.0.1"), asked(url, "::1"), asked(url, "::ffff:127.0.0.1")]).toEqual([true, true, true]);
  },
);

test("another machine, another name or a proxy in between is not", () => {
  expect(asked("http://localhost:3000/", "192.0.2.1")).toBe(false);
  expect(asked("http://trial.example/", "127.0.0.1")).toBe(false);
  for (const name of ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
    expect(asked("http://localhost:3000/", "127.0.0.1", { [name]: "192.0.2.1" })).toBe(false);
});
