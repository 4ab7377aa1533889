import { mintOperator } from "../server/operator/operator-key";
import { runScript } from "./script";

await runScript({
  help: `
Usage: bun run operator:key [--json]

Prints a key for the operator's page, /operator. It lets you in for ten minutes; once in, you stay for an hour.
Exit status: 0.`,
  run: async ({ services, print }) => {
    const [key, url] = [
      mintOperator(services.secretBox, "key", services.now()),
      `${services.platform.appUrl}/operator`,
    ];
    print(`Open ${url} and paste:\n${key}`, { url, key });
    return 0;
  },
});
