import type { ZodType } from "zod";
import { appRouter } from "../../router";
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

/** What the REST API offers: the procedures that say where they stand in it. */
export const restRoutes: RestRoute[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: Definition }>,
).flatMap(([procedure, { _def }]) => {
  const { type, inputs, output, meta } = _def;
  if (!meta?.openapi) return [];
  const { method, path } = meta.openapi;
  return [
    {
      ...{ procedure, type, method, path, input: inputs[0] ?? null, output },
      meta: { ...meta, openapi: meta.openapi },
    },
  ];
});

const compiled = restRoutes.map((route) => ({
  route,
  // Names in a path are ours; between them everything but a slash.
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]{1,600})")}$`),
}));

export type RestMatch = { route: RestRoute; params: Record<string, string> };

/** The route of a path below `/api/v1` and what its parameters say; otherwise the methods that the path does know, none for no such path. */
export function matchRoute(method: string, path: string): RestMatch | { allowed: string[] } {
  const found = compiled.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, params: { ...match.groups } }] : [];
  });
  const exact = found.find(({ route }) => route.method === method);
  return exact ?? { allowed: found.map(({ route }) => route.method) };
}
