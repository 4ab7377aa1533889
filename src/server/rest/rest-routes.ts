import type { ZodType } from "zod";
import type { Meta } from "../trpc";

export const restPrefix = "/api/v1";

export type RestMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type RestRoute = {
  /** Of the procedure, such as `domains.get`. */
  procedure: string;
  type: "query" | "mutation";
  method: RestMethod;
  /** Below `/api/v1`, parameters in braces. */
  path: string;
  /** Without one, the procedure takes nothing. */
  input: ZodType | null;
  output: ZodType;
  meta: Meta & { openapi: NonNullable<Meta["openapi"]> };
};

type Definition = { type: RestRoute["type"]; inputs: ZodType[]; output: ZodType; meta?: Meta };

type Mounted = { router: RestRouter; routes: RestRoute[]; patterns: { route: RestRoute; pattern: RegExp }[] };
export type RestRouter = { _def: { procedures: object } };
let mounted: Mounted | undefined;

function routesOf(router: RestRouter): RestRoute[] {
  const procedures = Object.entries(router._def.procedures as Record<string, { _def: Definition }>);
  return procedures.flatMap(([procedure, { _def }]) => {
    const { type, inputs, output, meta } = _def;
    if (!meta?.openapi) return [];
    const { method, path } = meta.openapi;
    const place = { procedure, type, method, path, input: inputs[0] ?? null, output };
    return [{ ...place, meta: { ...meta, openapi: meta.openapi } }];
  });
}

/** Offers a router's procedures by REST. The router says so itself: one of its procedures describes them all, and so cannot import it. */
export function mountRest(router: RestRouter): void {
  const routes = routesOf(router);
  // Names in a path are ours; between them everything but a slash.
  const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]{1,600})")}$`);
  mounted = { router, routes, patterns: routes.map((route) => ({ route, pattern: patternOf(route.path) })) };
}

function offered(): Mounted {
  if (!mounted) throw new Error("no router was mounted");
  return mounted;
}

/** What the REST API offers: the procedures that say where they stand in it. */
export const restRoutes = (): RestRoute[] => offered().routes;
/** The router behind it. */
export const restRouter = (): RestRouter => offered().router;

export type RestMatch = { route: RestRoute; params: Record<string, string> };

/** The route of a path below `/api/v1` and what its parameters say; otherwise the methods that the path does know, none for no such path. */
export function matchRoute(method: string, path: string): RestMatch | { allowed: string[] } {
  const found = offered().patterns.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, params: { ...match.groups } }] : [];
  });
  const exact = found.find(({ route }) => route.method === method);
  return exact ?? { allowed: found.map(({ route }) => route.method) };
}
