import { expect, test } from "bun:test";
import { dataFile } from "./data-file";

test("a picture that was copied with its octets is a file", async () => {
  const file = dataFile("data:image/PNG;base64,iVBORw0KGgo=");
  expect([file?.name, file?.type, file?.size]).toEqual(["image.png", "image/png", 8]);
  expect(new Uint8Array(await file!.arrayBuffer())[0]).toBe(0x89);
});

test.each([
  "data:image/svg+xml;base64,PHN2Zz4=",
  "data:text/html;base64,PHA+",
  "data:image/png,x",
  "https://a.test/x.png",
])("%p is no picture that mail shows", (url) => expect(dataFile(url)).toBeUndefined());
