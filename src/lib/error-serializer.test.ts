import { expect, test } from "bun:test";
import { createResource, ErrorBoundary, Suspense } from "solid-js";
import { createComponent, renderToStringAsync } from "solid-js/web";
import { errorSerializer } from "./error-serializer";

const failing = (error: unknown) =>
  renderToStringAsync(
    () =>
      createComponent(ErrorBoundary, {
        fallback: "sorry",
        get children() {
          const [data] = createResource(() => Promise.reject(error));
          return createComponent(Suspense, {
            get children() {
              return data();
            },
          });
        },
      }),
    { plugins: [errorSerializer] } as object,
  );

test("a page that failed to render tells a visitor nothing of the server's inside", async () => {
  const html = await failing(
    Object.assign(new Error('relation "mail_users" does not exist at /srv/deftmail/db.ts'), {
      query: "select password_hash",
      cause: new Error("10.0.0.7"),
    }),
  );
  expect(html).toContain("sorry");
  expect(html).toContain("failed");
  expect(html).not.toMatch(/mail_users|srv|select|10\.0\.0\.7|stack|\.ts/);
});

test("a page that failed for a named reason carries the name, so that it can be said in the reader's language", async () => {
  const html = await failing(
    Object.assign(new Error("Sign in to continue."), {
      data: { failure: { key: "auth.required" }, path: "domains.list" },
    }),
  );
  expect(html).toContain('key:"auth.required"');
  expect(html).not.toContain("domains.list");
});
