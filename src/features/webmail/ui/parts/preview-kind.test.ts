import { expect, test } from "bun:test";
import { previewKind } from "./preview-kind";

const kindOf = (type: string, name: string | null = null) => previewKind({ type, name });

test("pictures and texts can be looked at; programs, SVG among them, and PDF are downloads", () => {
  expect([kindOf("image/png"), kindOf("image/webp"), kindOf("text/plain")]).toEqual(["image", "image", "text"]);
  // As text, not as what it would do.
  expect(kindOf("text/html")).toBe("text");
  for (const type of [
    "image/svg+xml",
    "application/x-msdownload",
    "video/mp4",
    "application/pdf",
    "application/zip",
    "",
  ])
    expect(kindOf(type, "a.pdf")).toBeUndefined();
});

test("what a sender calls bytes goes by its ending", () => {
  expect(kindOf("application/octet-stream", "Plan.CSV")).toBe("text");
  expect(kindOf("application/octet-stream", "notes.txt")).toBe("text");
  expect(kindOf("application/octet-stream", "setup.exe")).toBeUndefined();
  expect(kindOf("application/octet-stream")).toBeUndefined();
});
