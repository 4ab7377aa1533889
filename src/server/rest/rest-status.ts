import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPCError } from "@trpc/server";
import { type FailureKey, failures } from "../../lib/errors";

/** 412 belongs to conditional requests (RFC 9110, section 15.5.13): that something is missing first is a conflict here. */
const conflict = 409;

/** The HTTP status of a failure in the REST API. */
export function restStatus(key: FailureKey): number {
  const { code } = failures[key];
  return code === "PRECONDITION_FAILED" ? conflict : getHTTPStatusCodeFromError(new TRPCError({ code }));
}
