/** A refusal of one object of a /set (RFC 8620 section 5.3); `extra` joins `type` and `description` in the answer. */
export class SetError extends Error {
  constructor(
    readonly type: string,
    description?: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(description ?? type);
  }

  toJson(): Record<string, unknown> {
    return { type: this.type, description: this.message, ...this.extra };
  }
}

/** `invalidProperties` naming the properties at fault. */
export const invalidProperties = (properties: string[], description?: string): SetError =>
  new SetError("invalidProperties", description ?? `invalid: ${properties.join(", ")}`, { properties });
