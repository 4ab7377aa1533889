import { plugin } from "bun";
import { afterAll } from "bun:test";

/**
 * Preloaded for one run of the tests: every condition of a verb that names the tenant or the person who asks is gone, as if it had
 * been forgotten. What still keeps tenants apart is row-level security alone.
 */
const filter = /\beq\(\s*\w+\.(?:tenantId|personId),\s*(?:ctx\.(?:actor\.)?)?(?:tenantId|personId),?\s*\)/g;
let removed = 0;

plugin({
  name: "without-filter",
  setup(build) {
    build.onLoad({ filter: /\/src\/(features\/.*\/server|server)\/[^.]*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await Bun.file(path).text()).replace(filter, () => {
        removed += 1;
        return "undefined";
      }),
    }));
  },
});
afterAll(() => void process.stderr.write(`${removed} filters removed\n`));
