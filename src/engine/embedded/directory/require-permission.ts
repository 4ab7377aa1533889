import { type MethodCall, MethodError } from "../seams";

/** Throws the method error `forbidden` when the caller's credential lacks a permission. */
export function requirePermission(call: MethodCall, permission: string): void {
  if (!call.principal.permissions.has(permission))
    throw new MethodError("forbidden", `Permission ${permission} is missing.`);
}
