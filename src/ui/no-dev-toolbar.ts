import type { Plugin } from "vite";

/**
 * SolidStart imports its development toolbar at module level and drops it as dead code, but its stylesheets count as side effects
 * and stay: 20 kB of them in production. Put nothing in its place.
 */
export const noDevToolbar = (): Plugin => ({
  name: "deftmail:no-dev-toolbar",
  enforce: "pre",
  load: {
    filter: { id: /@solidjs\/start\/dist\/shared\/dev-toolbar\/index\.jsx/ },
    handler: () => "export const DevToolbar = (props) => props.children;",
  },
});
