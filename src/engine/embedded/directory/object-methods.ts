import type { MethodHandler } from "../seams";
import { getObjects } from "./get-objects";
import type { ObjectKind } from "./object-kind";
import { queryObjects } from "./query-objects";
import { setObjects } from "./set-objects";

/** The JMAP methods of registry objects: `x:<Object>/get`, `/set` and, unless there is only one of it, `/query`. */
export function objectMethods(kinds: readonly ObjectKind[]): Map<string, MethodHandler> {
  return new Map(
    kinds.flatMap((kind): [string, MethodHandler][] => [
      [`x:${kind.name}/get`, getObjects(kind)],
      [`x:${kind.name}/set`, setObjects(kind)],
      ...(kind.singleton ? [] : [[`x:${kind.name}/query`, queryObjects(kind)] as [string, MethodHandler]]),
    ]),
  );
}
