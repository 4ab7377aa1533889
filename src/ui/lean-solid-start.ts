import type { Plugin } from "vite";
import { groupFile, groupsOf } from "../lib/i18n/areas";

const nothing = [
  // Dropped as dead code, but the stylesheets it imports count as side effects and stay: 20 kB.
  {
    id: /@solidjs\/start\/dist\/shared\/dev-toolbar\/index\.jsx/,
    code: "export const DevToolbar = (props) => props.children;",
  },
  // Does nothing in a browser, but brings the whole of h3 with it: 7 kB compressed.
  { id: /@solidjs\/start\/dist\/shared\/HttpHeader\.jsx/, code: "export const HttpHeader = () => null;" },
  // What matches API routes, which are matched on the server only.
  { id: /\/radix3\/dist\/index\.mjs/, code: "export const createRouter = () => {};" },
];

const routes = /solid-start:routes/;
const solid = /solid-js\/dist\/solid\.js/;

/** Parts of modules that a browser has no use for (API routes, the second way to the same page that the server builds with) or stumbles over. */
const idle = [
  {
    id: /@solidjs\/start\/dist\/server\/routes\.js/,
    part: /const router = createRouter\(\{[\s\S]*?\n\}\);/,
    left: "const router = { lookup() {} };",
  },
  // Throws, and the chart with it, where a browser calls its language `en-US@posix`.
  {
    id: /uplot\/dist\/uPlot\.esm/,
    part: /new Intl\.NumberFormat\(domEnv \? nav\.language : 'en-US'\)/,
    left: "new Intl.NumberFormat(document.documentElement.lang)",
  },
  // Takes the first event that anything listens for as the end of hydration, and renders anew what waits for its chunk: whatever was typed
  // there is gone. An event says nothing about the chunks that are under way.
  {
    id: /solid-js\/web\/dist\/web\.js/,
    part: "if (sharedConfig.registry && !sharedConfig.done)",
    left: "if (sharedConfig.registry && !sharedConfig.done && !sharedConfig.count && document.readyState !== 'loading')",
  },
  // A page that waits for its data is made ahead of time, and what it reads is known to it alone. A signal that is written meanwhile would
  // run parts of it as if it were shown: they find nothing there and throw, and the page in front of somebody becomes "Something went
  // wrong". Such parts run once more with what they know (solidjs/solid#2046).
  {
    id: solid,
    part: "    c.tState = state;\n",
    left: "    c.tState = state;\n    c.ahead = Transition.ahead ??= {};\n",
  },
  {
    id: solid,
    part: "function runTop(node) {\n",
    left: `const ahead = new Set();
const isAhead = (node) => Transition && node.ahead && node.ahead === Transition.ahead;
function runAhead() {
  const nodes = [...ahead].filter((node) => node.sources?.length);
  ahead.clear();
  const [still, shown] = [nodes.filter(isAhead), nodes.filter((node) => !isAhead(node))];
  if (still.length) runUpdates(() => {
    Transition.running = true;
    for (const node of still) {
      node.tState = STALE;
      (node.pure ? Updates : Effects).push(node);
    }
  }, false);
  if (shown.length) runUpdates(() => {
    for (const node of shown) {
      node.state = STALE;
      (node.pure ? Updates : Effects).push(node);
    }
  }, false);
}
function runTop(node) {
  if (isAhead(node) && !Transition.running) {
    if (!ahead.size) queueMicrotask(runAhead);
    node.state = 0;
    ahead.add(node);
    return;
  }
`,
  },
  { id: routes, part: /"?build"?: ?\(\) => import\([^)]*\),?/g, left: "" },
  // A page that opens would stand there with empty buttons until its words have come too.
  {
    id: routes,
    part: /("?import"?: ?\(\) => )(import\([^)]*\))([^]*?"path": ?"([^"]*)")/g,
    left: (_: string, before: string, part: string, after: string, path: string) =>
      `${before}withWords(${part}, ${JSON.stringify(groupsOf(path).map(groupFile))})${after}`,
  },
  { id: routes, part: /^/, left: 'import { withWords } from "~/lib/i18n/browser";\n' },
];

/** Leaves out what SolidStart would send to a browser for nothing, by putting an empty module in its place. */
export const leanSolidStart = (): Plugin => ({
  name: "deftmail:lean-solid-start",
  enforce: "pre",
  applyToEnvironment: (environment) => environment.name === "client",
  load: {
    filter: { id: nothing.map((module) => module.id) },
    handler: (id) => nothing.find((module) => module.id.test(id))?.code,
  },
  transform: {
    filter: { id: [/@trpc\/(client|server)\/dist\//, ...idle.map((module) => module.id)] },
    handler(code, id) {
      const found = idle.filter((module) => module.id.test(id));
      if (found.length === 0) return { code, map: null, moduleSideEffects: false };
      let changed = code;
      for (const { part, left } of found) {
        const before = changed;
        changed = typeof left === "string" ? before.replace(part, () => left) : before.replace(part, left);
        if (changed === before) this.error(`${id} reads otherwise than it did: its part is to be found anew`);
      }
      return { code: changed, map: null };
    },
  },
});
