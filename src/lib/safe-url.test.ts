import { expect, test } from "bun:test";
import { isSafeUrl } from "./safe-url";

test("secrets go over https, or stay on this machine", () => {
  for (const safe of ["https://id.example.org/realm", "http://127.0.0.1:9/x", "http://localhost:9", "http://[::1]:9"])
    expect([safe, isSafeUrl(safe)]).toEqual([safe, true]);
  for (const unsafe of [
    ...["http://id.example.org", "http://127.0.0.1.evil.test", "ftp://localhost", "https://user:word@id.example.org"],
    ...["", "javascript:alert(1)", "http://10.0.0.1"],
  ])
    expect([unsafe, isSafeUrl(unsafe)]).toEqual([unsafe, false]);
});
