import { expect, test } from "bun:test";
import { deviceName } from "./device-name";

const gecko = "AppleWebKit/537.36 (KHTML, like Gecko)";

test("a browser and its system are named as people know them", () => {
  const table = [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${gecko} Chrome/140.0.0.0 Safari/537.36`, "Chrome", "Windows"],
    [`Mozilla/5.0 (Windows NT 10.0) ${gecko} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "Edge", "Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox", "Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      ...["Safari", "iPhone"],
    ],
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${gecko} Chrome/140.0.0.0 Mobile Safari/537.36`, "Chrome", "Android"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      ...["Safari", "Mac"],
    ],
    ["curl/8.5.0", "curl", null],
  ] as const;
  for (const [agent, browser, system] of table) expect(deviceName(agent)).toEqual({ browser, system });
});

test("what is made up is not recognised, however long it is", () => {
  expect(deviceName("")).toEqual({ browser: null, system: null });
  expect(deviceName("<script>alert(1)</script>".repeat(2000))).toEqual({ browser: null, system: null });
});
