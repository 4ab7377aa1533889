import { expect, test } from "bun:test";
import { imageSource } from "./image-source";

const parts = new Map([["logo@mail", "blob:https://mail.example/1"]]);
const source = (address: string) => imageSource(address, (cid) => parts.get(cid));

test("an image that came with the message is shown", () => {
  expect(source("cid:logo@mail")).toEqual({ kind: "show", url: "blob:https://mail.example/1" });
  expect(source(" CID:%3Clogo%40mail%3E")).toEqual({ kind: "show", url: "blob:https://mail.example/1" });
  expect(source("data:image/png;base64,AAAA")).toEqual({ kind: "show", url: "data:image/png;base64,AAAA" });
});

test("an image from elsewhere is kept from loading", () => {
  for (const address of ["https://a.test/x.png", "//a.test/x.png", "\\\\a.test\\x.png", " http://a.test"])
    expect(source(address).kind).toBe("blocked");
});

test("nothing is shown that is no image of the message", () => {
  for (const address of [
    "cid:other",
    "cid:%E0%A4%A",
    "data:image/svg+xml,<svg>",
    "data:text/html,x",
    "x.png",
    "/api/me",
    "blob:https://mail.example/1",
    "file:///x",
    "",
  ])
    expect(source(address)).toEqual({ kind: "none" });
  expect(imageSource("cid:a", () => "https://evil.test/x")).toEqual({ kind: "none" });
});
