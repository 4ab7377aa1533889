/** Names one registry object in a SetError. */
export type ObjectId = { object: string; id: string };

/** A SetError of one object (RFC 8620 section 5.3, and the registry's own types with their extra fields). */
export class SetFailure extends Error {
  constructor(
    readonly type: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(type);
  }

  toJSON(): Record<string, unknown> {
    return { type: this.type, ...this.extra };
  }
}

export const invalidProperties = (properties: string[], description: string): SetFailure =>
  new SetFailure("invalidProperties", { properties, description });

export const invalidPatch = (properties: string[], description: string): SetFailure =>
  new SetFailure("invalidPatch", { properties, description });

export const forbidden = (description: string): SetFailure => new SetFailure("forbidden", { description });

export const invalidForeignKey = (objectId: ObjectId): SetFailure => new SetFailure("invalidForeignKey", { objectId });

export const primaryKeyViolation = (properties: string[], objectId: ObjectId): SetFailure =>
  new SetFailure("primaryKeyViolation", { properties, objectId });

export const objectIsLinked = (objectId: ObjectId, linkedObjects: ObjectId[]): SetFailure =>
  new SetFailure("objectIsLinked", { objectId, linkedObjects });
