import { expect, test } from "bun:test";
import { asDownload } from "./file-disposition";

test("a file name breaks out of nothing and arrives as it is", () => {
  expect(asDownload("Übersicht (1).pdf")).toBe("attachment; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf");
  expect(asDownload("a\r\nX: y'*\"\uD800")).toBe("attachment; filename*=UTF-8''a%0D%0AX%3A%20y%27%2A%22%EF%BF%BD");
});
