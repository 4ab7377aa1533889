/** RFC 8620 section 3.7: the argument's value is what `path` finds in the response of an earlier call of the same request. */
export const resultOf = (callId: string, method: string, path: string) => ({ resultOf: callId, name: method, path });
