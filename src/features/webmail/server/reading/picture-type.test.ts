import { expect, test } from "bun:test";
import { deflateSync } from "node:zlib";
import { pictureType } from "./picture-type";
import { gif, png } from "./testing-pictures";

test("a picture is known by what it is, whatever it is called", () => {
  expect(pictureType(png(2, 1))).toBe("image/png");
  expect(pictureType(gif)).toBe("image/gif");
});

test("what is no picture, or one that is a program, is refused", () => {
  for (const text of [
    "<html>",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "",
    "GIF89a",
    "\x89PNG\r\n\x1a\n",
    "RIFF1234WEBPxx",
    "%PDF-1.4",
  ])
    expect([text, pictureType(Buffer.from(text, "latin1"))]).toEqual([text, null]);
});

test("a picture that would fill the memory of a browser is refused", () => {
  expect(pictureType(png(60_000, 60_000))).toBeNull();
  expect(pictureType(png(0, 5))).toBeNull();
});

test("a picture that was tampered with is refused or named, and takes no time", () => {
  const wholes = [png(3, 3), gif, Buffer.from("RIFF\xff\xff\xff\xffWEBPVP8X\0\0\0\0".padEnd(80, "\0"), "latin1")];
  const avif = Buffer.concat([
    Buffer.from("\0\0\0\x1cftypavif\0\0\0\0mif1avif", "latin1"),
    deflateSync(Buffer.alloc(500)),
  ]);
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(2000, 0xff)]);
  const started = performance.now();
  for (const whole of [...wholes, avif, jpeg])
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at]! + 1 + at) % 256;
      pictureType(bytes);
      pictureType(bytes.subarray(0, at));
    }
  expect(performance.now() - started).toBeLessThan(3000);
});
