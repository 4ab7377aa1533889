/**
 * Who may import what. Resolved paths, so no spelling of an import gets around it; imports of types count like all others unless a
 * rule says otherwise. A feature may use what stands to its left in this list, never what stands to its right.
 */
const features = ["auth", "domains", "users", "webmail"];

const tests = String.raw`\.test\.tsx?$|(^|/)testing[^/]*\.ts$|^src/(e2e|bench)/|^src/engine/contract`;
const roots = "^src/server/(create-services|serve|up)(/|[^/]*\\.ts$)|^src/cli/|^jobs/worker\\.ts$";
const ours = "^(src|db|jobs)/";
const engineOutside = "^src/engine/(create-engine|embedded|stalwart)";

/** `from` may import of our own files only those that match `allowed`. */
const only = (name, from, allowed, comment, more = {}) => ({
  name,
  severity: "error",
  comment,
  from: { path: from, pathNot: tests },
  to: { path: ours, pathNot: allowed, ...more },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Cycles of types alone are fine: they are gone after compilation.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(bun|virtual):|^bun$|^#trpc-link$|^solid-start:|^virtual:|^cloudflare:" },
    },
    only("lib-is-pure", "^src/lib/", "^src/lib/", "lib is pure and runs on both sides."),
    only("ui-knows-no-feature", "^src/ui/", "^src/(ui|lib)/", "ui could ship in another product."),
    only(
      "embedded-stands-alone",
      "^src/engine/embedded/",
      "^src/(engine/embedded|lib)/",
      "It could be its own package.",
    ),
    only(
      "adapter-knows-the-port",
      "^src/engine/stalwart/",
      "^src/(engine/(stalwart/|[^/]+\\.ts$)|lib/)",
      "And HTTP, nothing else.",
    ),
    only("trpc-client", "^src/trpc/", "^src/(trpc|lib)/", "Of the server it takes types alone.", {
      dependencyTypesNot: ["type-only"],
    }),
    only(
      "pages-compose",
      "^src/(routes/(?!api/)|(app|entry-client)\\.tsx$)",
      "^src/(routes/|features/[^/]+/ui/|ui/|lib/|trpc/|app\\.tsx$)",
      "A page preloads and composes.",
    ),
    only(
      "feature-ui",
      "^src/features/[^/]+/ui/",
      "^src/(features/[^/]+/ui/|ui/|lib/|trpc/)",
      "Pages reach the server through trpc; of a schema they take types alone.",
      { dependencyTypesNot: ["type-only"] },
    ),
    only(
      "feature-ui-types",
      "^src/features/[^/]+/ui/",
      "^src/(features/[^/]+/(ui/|schema(/|\\.ts$))|ui/|lib/|trpc/)",
      "Types come from a schema or from trpc.",
    ),
    only(
      "feature-schema",
      "^src/features/[^/]+/schema(/|\\.ts$)",
      "^src/(features/[^/]+/schema(/|\\.ts$)|lib/)",
      "A schema is pure.",
    ),
    only(
      "feature-server",
      "^src/features/[^/]+/server/",
      "^(src/(features/[^/]+/(server/|schema(/|\\.ts$))|server/|lib/|engine/(mail-[a-z]+|engine-directory|engine-error)\\.ts$)|db/|jobs/(definitions|enqueue|has-open-job)[^/]*\\.ts$)",
      "A verb knows the database, the engine's port, and jobs by their definitions.",
    ),
    ...features.map((feature, at) => ({
      name: `${feature}-looks-left`,
      severity: "error",
      comment: "What the left must cause on the right goes through the database or a job.",
      from: { path: `^src/features/${feature}/`, pathNot: tests },
      to: { path: "^src/features/", pathNot: `^src/features/(${features.slice(0, at + 1).join("|")})/` },
    })),
    only(
      "jobs-are-defined-purely",
      "^jobs/definitions",
      "^(jobs/definitions|src/lib/|src/features/[^/]+/schema(/|\\.ts$))",
      "name → payload",
    ),
    only(
      "handlers-call-verbs",
      "^jobs/handlers/",
      "^(jobs/|src/(features/[^/]+/server/|server/|lib/|engine/(mail-[a-z]+|engine-directory|engine-error)\\.ts$))",
      "A handler builds a context and calls a verb.",
    ),
    only(
      "db-knows-no-feature",
      "^db/(?!seed|trial-)",
      "^(db/|src/lib/|src/server/(env|postgres/))",
      "Tables and how to reach them.",
    ),
    {
      name: "engine-is-chosen-once",
      severity: "error",
      comment: "Only what starts processes chooses an engine; all else takes the port from its context.",
      from: { path: ours, pathNot: `${tests}|${roots}|^src/engine/` },
      to: { path: engineOutside },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: ours, pathNot: tests },
      to: { path: "\\.(test|e2e)\\.tsx?$|(^|/)testing[^/]*\\.ts$|^src/(e2e|bench)/" },
    },
    {
      name: "nothing-imports-programs",
      severity: "error",
      comment: "Programs are started, not imported.",
      from: { path: ours, pathNot: `${tests}|^src/cli/` },
      to: {
        path: "^src/(cli/[^/]+\\.ts$|server/(serve|up|verify)\\.ts$)|^jobs/worker\\.ts$",
        pathNot: "^src/server/serve\\.ts$",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
