import { expect, test } from "bun:test";
import { filesOf, type Manifest, routesOf } from "./bundle-budgets";

const page = (file: string, imports: string[] = []) => ({ file, imports });
const manifest: Manifest = {
  "src/entry-client.tsx": page("entry.js", ["_solid.js"]),
  "_solid.js": page("solid.js"),
  "_list.js": page("list.js", ["_solid.js"]),
  "_menu.js": page("menu.js"),
  "src/routes/mail.tsx?pick=default": page("layout.js"),
  "src/routes/mail/(inbox)/[...view].tsx?pick=default": page("view.js", ["_list.js"]),
  "src/routes/(entry)/sign-in.tsx?pick=default": page("sign-in.js"),
  "src/routes/admin.tsx?pick=default": page("admin.js", ["_menu.js"]),
};

test("a page is weighed with the entry, its layouts and what they import, and nothing else", () => {
  expect(filesOf(manifest, routesOf(manifest, "/mail")).sort()).toEqual(
    ["entry.js", "layout.js", "list.js", "solid.js", "view.js"].sort(),
  );
  expect(filesOf(manifest, routesOf(manifest, "/sign-in")).sort()).toEqual(["entry.js", "sign-in.js", "solid.js"]);
});

test("a page that the build does not have is not weighed as empty", () => {
  expect(routesOf(manifest, "/calendar")).toEqual([]);
});
